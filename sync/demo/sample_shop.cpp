// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/demo/sample_shop.h"

#include "sync/demo/shop_words.h"

#include <QDateTime>

#include <random>

namespace causeway {
namespace {

using namespace demo;

constexpr int kProducts = 240;
constexpr int kCustomers = 300;
constexpr int kOrders = 480;
constexpr int kSettings = 40;
// The last products and customers are nobody's: the pending changes delete some of them.
constexpr int kOrderedProducts = 220;
constexpr int kBuyers = 280;

Cell text(const char* utf8)
{
    return QByteArray(utf8);
}
Cell text(const QString& value)
{
    return value.toUtf8();
}
Cell integer(qint64 value)
{
    return QByteArray::number(value);
}
Cell decimal(qint64 units, int digits)
{
    QByteArray shown = QByteArray::number(units).rightJustified(digits + 1, '0');
    return shown.insert(shown.size() - digits, '.');
}

// Draws from a generator that gives the same numbers everywhere; the standard's distributions do
// not.
class Dice final {
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {
    }

    int below(int bound) { return static_cast<int>(m_engine() % static_cast<quint32>(bound)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }

    template<typename Words>
    const auto& of(const Words& words)
    {
        return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    }

    // A moment of 2025 with microseconds.
    QString moment()
    {
        const QDateTime start(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime when = start.addSecs(below(365 * 24 * 3600));
        return when.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
               QStringLiteral(".%1").arg(below(1'000'000), 6, 10, QLatin1Char('0'));
    }

private:
    std::mt19937 m_engine;
};

SampleTable settings(Dice& dice)
{
    SampleTable table{QStringLiteral("settings"),
                      {QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("note"),
                       QStringLiteral("changed_at")},
                      {}};
    for (int i = 1; i <= kSettings; ++i) {
        const QString name = QStringLiteral("shop.option_%1").arg(i, 2, 10, QLatin1Char('0'));
        const QString value =
            QStringLiteral("{\"on\": %1, \"limit\": %2, \"label\": \"%3\"}")
                .arg(dice.chance(50) ? QStringLiteral("true") : QStringLiteral("false"))
                .arg(dice.below(1000))
                .arg(QString::fromUtf8(dice.of(kQualities).chinese));
        table.rows.push_back({text(name), dice.chance(85) ? text(value) : Cell{},
                              dice.chance(30) ? text(dice.of(kRemarks).english) : Cell{},
                              text(dice.moment())});
    }
    return table;
}

SampleTable categories()
{
    SampleTable table{QStringLiteral("categories"),
                      {QStringLiteral("id"), QStringLiteral("parent_id"), QStringLiteral("name"),
                       QStringLiteral("name_zh"), QStringLiteral("position")},
                      {}};
    const auto add = [&](const Cell& parent, const Word& name) {
        const auto id = static_cast<qint64>(table.rows.size()) + 1;
        table.rows.push_back(
            {integer(id), parent, text(name.english), text(name.chinese), integer(id * 10)});
    };
    for (const Word& department : kDepartments)
        add(Cell{}, department);
    for (const Shelf& shelf : kShelves)
        add(integer(shelf.department + 1), shelf.name);
    return table;
}

Cells product(Dice& dice, int id)
{
    const int shelfAt = dice.below(static_cast<int>(kShelves.size()));
    const Word& shelf = kShelves[static_cast<std::size_t>(shelfAt)].name;
    const Word& quality = dice.of(kQualities);
    const QString attributes = QStringLiteral("{\"colour\": \"%1\", \"sizes\": [%2, %3]}")
                                   .arg(QString::fromUtf8(quality.chinese))
                                   .arg(dice.below(50))
                                   .arg(dice.below(500));
    const QByteArray fingerprint =
        QByteArray::fromHex(QByteArray::number(static_cast<quint64>(id) * 0x9e3779b97f4a7c15ULL, 16)
                                .rightJustified(16, '0'));
    return {integer(id),
            text(QStringLiteral("SKU-%1").arg(id, 6, 10, QLatin1Char('0'))),
            integer(static_cast<qint64>(kDepartments.size()) + shelfAt + 1),
            text(QString::fromUtf8(quality.english) + u' ' + QString::fromUtf8(shelf.english)),
            text(QString::fromUtf8(quality.chinese) + QString::fromUtf8(shelf.chinese)),
            dice.chance(60) ? text(dice.of(kRemarks).chinese) : Cell{},
            decimal(dice.between(99, 49'999), 2),
            dice.chance(80) ? decimal(dice.between(20, 12'000), 3) : Cell{},
            dice.chance(70) ? text(attributes) : Cell{},
            dice.chance(75) ? text(QString::number(dice.between(2, 10) / 2.0)) : Cell{},
            dice.chance(50) ? Cell{fingerprint} : Cell{},
            integer(dice.chance(8) ? 1 : 0),
            text(dice.moment()),
            text(dice.moment())};
}

SampleTable products(Dice& dice)
{
    SampleTable table{
        QStringLiteral("products"),
        {QStringLiteral("id"), QStringLiteral("sku"), QStringLiteral("category_id"),
         QStringLiteral("name"), QStringLiteral("name_zh"), QStringLiteral("description"),
         QStringLiteral("price"), QStringLiteral("weight_kg"), QStringLiteral("attributes"),
         QStringLiteral("rating"), QStringLiteral("fingerprint"), QStringLiteral("discontinued"),
         QStringLiteral("created_at"), QStringLiteral("changed_at")},
        {}};
    for (int id = 1; id <= kProducts; ++id)
        table.rows.push_back(product(dice, id));
    return table;
}

Cells customer(Dice& dice, int id)
{
    static constexpr std::array kLevels{"standard", "standard", "standard", "silver", "gold"};
    static constexpr std::array kInterests{"", "tea", "books,music", "tea,garden,kitchen"};
    const bool chinese = dice.chance(50);
    const Word& given = dice.of(kGivenNames);
    const Word& family = dice.of(kFamilyNames);
    const auto joined = [](const char* first, const char* gap, const char* last) -> QByteArray {
        return QByteArray(first) + gap + last;
    };
    const QByteArray name = chinese ? joined(family.chinese, "", given.chinese)
                                    : joined(given.english, " ", family.english);
    const Word& city = dice.of(kCities);
    const QDate born = QDate(1950, 1, 1).addDays(dice.below(20'000));
    return {integer(id),
            text(QStringLiteral("customer%1@example.com").arg(id)),
            Cell{name},
            dice.chance(90) ? text(chinese ? city.chinese : city.english) : Cell{},
            dice.chance(70)
                ? text(QStringLiteral("+86 21 %1").arg(dice.between(10'000'000, 99'999'999)))
                : Cell{},
            text(dice.of(kLevels)),
            text(dice.of(kInterests)),
            dice.chance(60) ? text(born.toString(Qt::ISODate)) : Cell{},
            dice.chance(20) ? text(dice.of(kRemarks).chinese) : Cell{},
            text(dice.moment())};
}

SampleTable customers(Dice& dice)
{
    SampleTable table{QStringLiteral("customers"),
                      {QStringLiteral("id"), QStringLiteral("email"), QStringLiteral("name"),
                       QStringLiteral("city"), QStringLiteral("phone"), QStringLiteral("level"),
                       QStringLiteral("interests"), QStringLiteral("born"), QStringLiteral("note"),
                       QStringLiteral("registered_at")},
                      {}};
    for (int id = 1; id <= kCustomers; ++id)
        table.rows.push_back(customer(dice, id));
    return table;
}

struct Basket {
    std::vector<Cells> items;
    qint64 cents = 0;
};

Basket basket(Dice& dice, int order)
{
    Basket made;
    const int lines = dice.between(1, 3);
    for (int line = 1; line <= lines; ++line) {
        const int quantity = dice.between(1, 9);
        const int price = dice.between(99, 49'999);
        made.cents += qint64{quantity} * price;
        made.items.push_back({integer(order), integer(line),
                              integer(dice.between(1, kOrderedProducts)), integer(quantity),
                              decimal(price, 2),
                              dice.chance(25) ? decimal(dice.between(100, 5000), 4) : Cell{}});
    }
    return made;
}

Cells order(Dice& dice, int id, qint64 cents)
{
    static constexpr std::array kStates{"new", "paid", "shipped", "done", "cancelled"};
    return {integer(id),
            text(QStringLiteral("2025-%1").arg(id, 7, 10, QLatin1Char('0'))),
            integer(dice.between(1, kBuyers)),
            text(dice.of(kStates)),
            decimal(cents, 2),
            dice.chance(20) ? text(dice.of(kRemarks).english) : Cell{},
            text(dice.moment()),
            dice.chance(50) ? text(dice.moment()) : Cell{}};
}

std::vector<SampleTable> ordersWithItems(Dice& dice)
{
    SampleTable orders{QStringLiteral("orders"),
                       {QStringLiteral("id"), QStringLiteral("order_no"),
                        QStringLiteral("customer_id"), QStringLiteral("status"),
                        QStringLiteral("total"), QStringLiteral("remark"),
                        QStringLiteral("placed_at"), QStringLiteral("shipped_at")},
                       {}};
    SampleTable items{QStringLiteral("order_items"),
                      {QStringLiteral("order_id"), QStringLiteral("line_no"),
                       QStringLiteral("product_id"), QStringLiteral("quantity"),
                       QStringLiteral("unit_price"), QStringLiteral("discount")},
                      {}};
    for (int id = 1; id <= kOrders; ++id) {
        const Basket bought = basket(dice, id);
        orders.rows.push_back(order(dice, id, bought.cents));
        items.rows.insert(items.rows.end(), bought.items.begin(), bought.items.end());
    }
    return {orders, items};
}

} // namespace

std::vector<SampleTable> sampleShop(quint32 seed)
{
    Dice dice(seed);
    std::vector<SampleTable> tables{settings(dice), categories(), products(dice), customers(dice)};
    for (SampleTable& table : ordersWithItems(dice))
        tables.push_back(std::move(table));
    return tables;
}

} // namespace causeway
