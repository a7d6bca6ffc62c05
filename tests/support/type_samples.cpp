// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/type_samples.h"

#include <QStringList>

namespace causeway::test {
namespace {

using Samples = QList<TypeSamples>;

QByteArrayList quoted(const QByteArrayList& texts)
{
    QByteArrayList result;
    for (const QByteArray& text : texts)
        result << '\'' + text + '\'';
    return result;
}

void addIntegers(Samples& all)
{
    struct Width {
        const char* name;
        int bits;
    };
    for (const auto& [name, bits] :
         {Width{"TINYINT", 8}, Width{"SMALLINT", 16}, Width{"MEDIUMINT", 24}, Width{"INT", 32},
          Width{"BIGINT", 64}}) {
        const quint64 half = quint64{1} << (bits - 1);
        const QByteArray most = QByteArray::number(half - 1);
        const QByteArray all1 = QByteArray::number(half - 1 + half);
        const QByteArray type(name);
        all << TypeSamples{type, {'-' + QByteArray::number(half), "-1", "0", "1", most}};
        all << TypeSamples{type + " UNSIGNED", {"0", "1", most, QByteArray::number(half), all1}};
        all << TypeSamples{type + "(7) UNSIGNED ZEROFILL", {"0", "42", all1}};
        for (qsizetype i = all.size() - 3; i < all.size(); ++i)
            all[i].mayBeKey = true;
    }
    all << TypeSamples{"TINYINT(1)", {"0", "1", "-1", "127"}};
}

void addNumbers(Samples& all)
{
    const QByteArray nines = QByteArray(35, '9') + '.' + QByteArray(30, '9');
    const QByteArray least = "0." + QByteArray(29, '0') + '1';
    all << TypeSamples{"DECIMAL(1,0)", {"-9", "0", "9"}}
        << TypeSamples{"DECIMAL(5,2)", {"-999.99", "-0.01", "0", "0.10", "999.99"}}
        << TypeSamples{"DECIMAL(10,2) UNSIGNED", {"0", "0.01", "99999999.99"}}
        << TypeSamples{"DECIMAL(65,0)", {QByteArray(65, '9'), '-' + QByteArray(65, '9'), "0", "1"}}
        << TypeSamples{"DECIMAL(65,30)",
                       {nines, '-' + nines, least, '-' + least, "0",
                        "12345678901234567890123456789012345.123456789012345678901234567891"}}
        << TypeSamples{"DECIMAL(30,30)", {least, "0", "0." + QByteArray(30, '9')}}
        << TypeSamples{"DECIMAL(8,3) UNSIGNED ZEROFILL", {"0", "1.5", "99999.999"}};
    for (qsizetype i = all.size() - 7; i < all.size(); ++i)
        all[i].mayBeKey = true;
    const QByteArrayList floats{"0",
                                "-0e0",
                                "1.4e-45",
                                "1.17549435e-38",
                                "3.4028234e38",
                                "-3.4028234e38",
                                "16777216",
                                "16777215",
                                "0.1",
                                "123456.789",
                                "1e10",
                                "-1.5e-7",
                                "-1.8061146111678084e-12"};
    const QByteArrayList doubles{"0",
                                 "-0e0",
                                 "5e-324",
                                 "2.2250738585072014e-308",
                                 "-2.2250738585072014e-308",
                                 "1.7976931348623157e308",
                                 "-1.7976931348623157e308",
                                 "0.1e0",
                                 "0.30000000000000004e0",
                                 "9007199254740993e0",
                                 "1e15",
                                 "1e16",
                                 "123456789012345680000e0",
                                 "1.8061145766576038e-12",
                                 "-2.185677424351644e-8",
                                 "1e0/3"};
    all << TypeSamples{"FLOAT", floats, ReadAs::Float}
        << TypeSamples{"FLOAT UNSIGNED", {"0", "0.1", "3.4028234e38"}, ReadAs::Float}
        << TypeSamples{"FLOAT(7,3)", {"-9999.999", "0.001", "1234.567"}, ReadAs::Float}
        << TypeSamples{"DOUBLE", doubles, ReadAs::Float}
        << TypeSamples{"DOUBLE UNSIGNED", {"0", "0.1", "1.7976931348623157e308"}, ReadAs::Float}
        << TypeSamples{
               "DOUBLE(15,3)", {"-999999999999.999", "0.001", "1234567.891"}, ReadAs::Float};
}

void addBits(Samples& all)
{
    for (const int bits : {1, 2, 7, 8, 9, 12, 16, 31, 32, 33, 48, 63, 64}) {
        const QByteArray top = "b'1" + QByteArray(bits - 1, '0') + '\'';
        QByteArrayList values{"b'0'", top};
        if (bits > 1)
            values << "b'1'"
                   << "b'" + QByteArray(bits, '1') + '\'';
        if (bits >= 12)
            values << "b'101010101010'";
        all << TypeSamples{"BIT(" + QByteArray::number(bits) + ')', values, ReadAs::Bits};
        all.last().mayBeKey = true;
    }
}

/// ".123456" cut to @p digits.
QByteArray fraction(const char* six, int digits)
{
    return digits == 0 ? QByteArray() : '.' + QByteArray(six).left(digits);
}

void addTimes(Samples& all)
{
    all << TypeSamples{"DATE", quoted({"0000-00-00", "0001-01-01", "1000-01-01", "2024-02-00",
                                       "2023-02-31", "2024-02-29", "9999-12-31"})}
        << TypeSamples{"YEAR", {"0", "1901", "1970", "2000", "2155"}};
    all[all.size() - 2].mayBeKey = all.last().mayBeKey = true;
    for (int digits = 0; digits <= 6; ++digits) {
        const QByteArray suffix =
            digits == 0 ? QByteArray() : '(' + QByteArray::number(digits) + ')';
        const QByteArray nines = fraction("999999", digits);
        const QByteArray some = fraction("123456", digits);
        const QByteArray least = fraction("000001", digits);
        all << TypeSamples{
            "TIME" + suffix,
            quoted({"-838:59:59", "-25:00:00" + some, "-00:00:01" + least, "00:00:00",
                    "23:59:59" + nines, "838:59:58" + nines, "838:59:59"})};
        // 02:30 on that day does not exist in Berlin; 2024-10-27 has that hour twice.
        all << TypeSamples{"DATETIME" + suffix,
                           quoted({"0000-00-00 00:00:00", "1000-01-01 00:00:00" + least,
                                   "2024-03-31 02:30:00" + some, "2024-10-27 02:30:00" + some,
                                   "2024-02-30 12:00:00", "9999-12-31 23:59:59" + nines})};
        all << TypeSamples{"TIMESTAMP" + suffix,
                           quoted({"0000-00-00 00:00:00", "1970-01-01 00:00:01" + least,
                                   "2024-03-31 02:30:00" + some, "2024-10-27 00:30:00" + some,
                                   "2024-10-27 01:30:00" + some, "2038-01-19 03:14:07"})};
        for (qsizetype i = all.size() - 3; i < all.size(); ++i)
            all[i].mayBeKey = true;
    }
}

QByteArrayList awkwardTexts()
{
    return {"''",
            "' '",
            "'a'",
            "'A'",
            "'NULL'",
            "'\\\\N'",
            "'tab\\tnl\\ncr\\rnul\\0sub\\Z'",
            "'it''s \"q\" \\\\ `b` % _ ,'",
            "'ünïcödé'",
            "'中文字符'",
            "'😀👨‍👩‍👧'",
            "_utf8mb4 x'65CC81'",            // e and a combining accent
            "_utf8mb4 x'C3A9'",              // the same letter in one piece
            "_utf8mb4 x'EFBBBF41'",          // begins with a byte order mark
            "_utf8mb4 x'EFBFBD41'",          // the replacement character as such
            "_utf8mb4 x'F48FBFBF41'",        // the last code point
            "_utf8mb4 x'D7A9D79CD795D79D'"}; // written from right to left
}

void addTexts(Samples& all)
{
    QByteArrayList padded = awkwardTexts();
    padded << "'trail  '"
           << "'a '"
           << "' a'";
    for (const char* type :
         {"VARCHAR(100)", "VARCHAR(2000)", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT"}) {
        for (const char* collation : {"utf8mb4_bin", "utf8mb4_general_ci", "utf8mb4_unicode_ci"})
            all << TypeSamples{QByteArray(type) + " CHARACTER SET utf8mb4 COLLATE " + collation,
                               padded};
    }
    all << TypeSamples{"CHAR(0)", {"''"}} << TypeSamples{"CHAR(20)", awkwardTexts()}
        << TypeSamples{"CHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", awkwardTexts()};
    const QByteArrayList basicPlane{"''", "'a '", "'ünï'", "'中文'", "_utf8mb4 x'65CC81'"};
    const QByteArrayList wide = basicPlane + QByteArrayList{"'😀'", "_utf8mb4 x'F48FBFBF'"};
    for (const char* charset : {"utf8mb3", "ucs2"})
        all << TypeSamples{QByteArray("VARCHAR(50) CHARACTER SET ") + charset, basicPlane};
    for (const char* charset : {"utf16", "utf16le", "utf32"})
        all << TypeSamples{QByteArray("VARCHAR(50) CHARACTER SET ") + charset, wide};
    all << TypeSamples{"TEXT CHARACTER SET utf16", wide};
}

/// Bytes @p first to @p last, each once, as SQL.
QByteArray everyByte(int first, int last)
{
    QByteArray bytes;
    for (int byte = first; byte <= last; ++byte)
        bytes += static_cast<char>(byte);
    return "x'" + bytes.toHex() + '\'';
}

void addOldCharsets(Samples& all)
{
    // Every byte there is, those without a letter included.
    for (const char* charset :
         {"latin1", "latin2",   "latin5", "latin7",   "cp1250",  "cp1251",  "cp1256", "cp1257",
          "cp850",  "cp852",    "cp866",  "dec8",     "hp8",     "greek",   "hebrew", "koi8r",
          "koi8u",  "macroman", "macce",  "armscii8", "geostd8", "keybcs2", "swe7",   "tis620"}) {
        const QByteArray name(charset);
        all << TypeSamples{"VARCHAR(300) CHARACTER SET " + name,
                           {"''", "'abc'", "CONVERT(" + everyByte(0, 127) + " USING " + name + ')',
                            "CONVERT(" + everyByte(128, 255) + " USING " + name + ')'}};
    }
    all << TypeSamples{"VARCHAR(300) CHARACTER SET ascii",
                       {"''", "CONVERT(" + everyByte(0, 127) + " USING ascii)"}};
    const QByteArrayList japanese{"''", "'日本語'", "'ｱｲｳ'", "'~\\\\'"};
    all << TypeSamples{"VARCHAR(50) CHARACTER SET gbk", {"''", "'中文'", "'汉字 a'"}}
        << TypeSamples{"VARCHAR(50) CHARACTER SET gb2312", {"''", "'中文'"}}
        << TypeSamples{"VARCHAR(50) CHARACTER SET big5", {"''", "'中文'", "_big5 x'A45C'"}}
        << TypeSamples{"VARCHAR(50) CHARACTER SET euckr", {"''", "'한국어'"}}
        << TypeSamples{"VARCHAR(50) CHARACTER SET sjis", japanese + QByteArrayList{"_sjis x'955C'"}}
        // x'8754' and x'FA4A' are one letter to Unicode, x'81CA' and x'EEF9' another.
        << TypeSamples{"VARCHAR(50) CHARACTER SET cp932",
                       japanese + QByteArrayList{"_cp932 x'8754'", "_cp932 x'FA4A'",
                                                 "_cp932 x'81CA'", "_cp932 x'EEF9'"}}
        << TypeSamples{"VARCHAR(50) CHARACTER SET ujis", japanese}
        << TypeSamples{"TEXT CHARACTER SET eucjpms", japanese}
        << TypeSamples{"CHAR(50) CHARACTER SET latin1", {"''", "'äöü'", "'€'"}}
        << TypeSamples{"ENUM('ä','€') CHARACTER SET latin1", {"'ä'", "'€'"}};
}

void addBytes(Samples& all)
{
    const QByteArrayList bytes{"''",   "x'00'",  "x'0000'",   "x'ff'",          "x'5c27220a0d1a09'",
                               "'a '", "'NULL'", "x'efbfbd'", everyByte(1, 255)};
    for (const char* type :
         {"VARBINARY(300)", "VARBINARY(3000)", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB"}) {
        all << TypeSamples{type, bytes};
    }
    all << TypeSamples{"BINARY(1)", {"x'00'", "x'20'", "x'ff'", "'a'"}}
        << TypeSamples{"BINARY(5)", {"x'0001'", "'a'", "'a '", "x'ffffffffff'"}}
        << TypeSamples{"BINARY(16)", {"x'00112233445566778899aabbccddeeff'", "x'01'"}}
        << TypeSamples{"VARBINARY(20)", {"''", "x'00'", "x'0000'", "x'20'", "x'ff5c27'"}};
    for (qsizetype i = all.size() - 4; i < all.size(); ++i)
        all[i].mayBeKey = true;
}

void addLists(Samples& all)
{
    QByteArrayList letters;
    for (int i = 0; i < 64; ++i)
        letters << 'm' + QByteArray::number(i);
    const QByteArray everything = '\'' + letters.join(',') + '\'';
    all << TypeSamples{"ENUM('b','a','c,d','it''s','','ü中')",
                       {"'b'", "'a'", "'c,d'", "'it''s'", "''", "'ü中'"}}
        << TypeSamples{"SET('x','y','Z z','ü')", {"''", "'x'", "'y,x'", "'x,y,Z z,ü'"}}
        << TypeSamples{"SET(" + quoted(letters).join(',') + ')', {"''", "'m63'", everything}};
    for (qsizetype i = all.size() - 3; i < all.size(); ++i)
        all[i].mayBeKey = true;
}

void addDocuments(Samples& all)
{
    all << TypeSamples{"JSON",
                       {R"('{}')", R"('[]')", R"('null')", R"('"text"')", R"('true')", R"('0')",
                        R"('1.5')", R"('18446744073709551615')", R"('-9223372036854775808')",
                        R"('{"b": 1, "a": {"c": [1, 2, {"d": null}]}}')",
                        R"('["é", "😀", "\\u0000", "\\\\ \\" \\n"]')",
                        R"('{"": "empty key", "a.b": 1, "it''s": [[[[[]]]]]}')", R"('[1e2, 0.1]')"},
                       ReadAs::Document};
}

QByteArrayList shapes(const QStringList& texts)
{
    QByteArrayList result;
    for (const QString& text : texts)
        result << "ST_GeomFromText('" + text.toUtf8() + "')";
    return result;
}

void addShapes(Samples& all)
{
    const QStringList points{QStringLiteral("POINT(0 0)"), QStringLiteral("POINT(1.5 -2)"),
                             QStringLiteral("POINT(1e300 -1e-300)")};
    const QString line = QStringLiteral("LINESTRING(0 0,1 1,2 0)");
    const QString hole = QStringLiteral("POLYGON((0 0,9 0,9 9,0 9,0 0),(2 2,2 4,4 4,4 2,2 2))");
    const QString group = QStringLiteral("GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))");
    const auto add = [&all](const char* type, const QByteArrayList& values) {
        all << TypeSamples{type, values, ReadAs::Spatial};
    };
    add("POINT", shapes(points));
    add("LINESTRING", shapes({line, QStringLiteral("LINESTRING(0.1 0.2,0.3 0.4)")}));
    add("POLYGON", shapes({hole}));
    add("MULTIPOINT", shapes({QStringLiteral("MULTIPOINT(0 0,1 1,2 2)")}));
    add("MULTILINESTRING", shapes({QStringLiteral("MULTILINESTRING((0 0,1 1),(2 2,3 3))")}));
    add("MULTIPOLYGON", shapes({QStringLiteral("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)))")}));
    add("GEOMETRYCOLLECTION", shapes({group}));
    add("GEOMETRY", shapes(points + QStringList{line, hole, group}) +
                        QByteArrayList{"ST_GeomFromText('POINT(48 2)', 4326)",
                                       "ST_GeomFromText('POINT(100 200)', 3857)"});
}

void addMariaDbs(Samples& all)
{
    all << TypeSamples{"UUID",
                       {"'00112233-4455-6677-8899-aabbccddeeff'",
                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'"},
                       ReadAs::Bytes,
                       true}
        << TypeSamples{"INET6", {"'::'", "'fe80::1'", "'::ffff:1.2.3.4'"}, ReadAs::Bytes, true}
        << TypeSamples{"INET4", {"'0.0.0.0'", "'255.255.255.255'"}, ReadAs::Bytes, true};
    for (qsizetype i = all.size() - 3; i < all.size(); ++i)
        all[i].mayBeKey = true;
}

} // namespace

QList<TypeSamples> typeSamples()
{
    Samples all;
    addIntegers(all);
    addNumbers(all);
    addBits(all);
    addTimes(all);
    addTexts(all);
    addOldCharsets(all);
    addBytes(all);
    addLists(all);
    addDocuments(all);
    addShapes(all);
    addMariaDbs(all);
    return all;
}

QByteArray readForComparison(ReadAs readAs, const QByteArray& column, const QByteArray& sample,
                             bool mySql)
{
    switch (readAs) {
    case ReadAs::Bytes:
        return "HEX(CAST(" + column + " AS BINARY))";
    case ReadAs::Float:
        return "CAST(" + column + " AS DOUBLE) + 0";
    case ReadAs::Bits:
        return "CAST(" + column + " AS UNSIGNED)";
    case ReadAs::Spatial:
        return "HEX(" + column + ')';
    case ReadAs::Document:
        if (sample == "NULL")
            return column + " IS NULL";
        if (mySql)
            return column + " = CAST(" + sample + " AS JSON)";
        return "JSON_EQUALS(" + column + ", " + sample + ')';
    }
    return {};
}

} // namespace causeway::test
