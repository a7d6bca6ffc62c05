// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzz targets in the normal suite: the corpus, and a bounded number of random inputs made from
// it. An input that a target ends the program on is printed first.
#include "tests/fuzz/fuzz_targets.h"
#include "tests/support/dice.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace causeway;
using causeway::test::Dice;

namespace {

constexpr int kRandomInputs = 30'000;

QByteArray lastInput;

/// Says which input it was before the program ends.
void sayInput(int signal)
{
    std::fprintf(stderr, "input (hexadecimal): %s\n", lastInput.toHex().constData());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

QList<QByteArray> corpusOf(const QString& target)
{
    const QDir folder(QStringLiteral(CAUSEWAY_FUZZ_CORPUS) + u'/' + target);
    QList<QByteArray> inputs;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qUtf8Printable(file.fileName()));
        inputs << file.readAll();
    }
    return inputs;
}

char randomByte(Dice& dice)
{
    static const QByteArray kTelling(
        "'\"\\`=#${}[]:,;/@%?&.-+*\n\r\t \0N0e!\xef\xbb\xbf\xe9\x9b\xaa", 38);
    return dice.percent(60) ? kTelling[dice.below(static_cast<int>(kTelling.size()))]
                            : static_cast<char>(dice.below(256));
}

/// Some of @p corpus, cut, doubled, joined and disturbed.
QByteArray randomInput(const QList<QByteArray>& corpus, Dice& dice)
{
    const auto some = [&] {
        const QByteArray& whole = corpus[dice.below(static_cast<int>(corpus.size()))];
        const int at = dice.below(static_cast<int>(whole.size()) + 1);
        return dice.percent(50) ? whole : whole.mid(at, dice.below(20));
    };
    QByteArray input = some();
    for (int i = dice.below(6); i > 0; --i) {
        const int at = dice.below(static_cast<int>(input.size()) + 1);
        switch (dice.below(4)) {
        case 0:
            input.insert(at, randomByte(dice));
            break;
        case 1:
            input.remove(at, 1 + dice.below(4));
            break;
        case 2:
            input.insert(at, some());
            break;
        default:
            if (at < input.size())
                input[at] = randomByte(dice);
        }
    }
    return input;
}

} // namespace

class TestFuzzReplay final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGABRT, sayInput); }
    void corpusAndRandomInputs_data();
    void corpusAndRandomInputs();
};

void TestFuzzReplay::corpusAndRandomInputs_data()
{
    QTest::addColumn<std::size_t>("target");
    for (std::size_t i = 0; i < fuzz::targets().size(); ++i)
        QTest::newRow(fuzz::targets()[i].name) << i;
}

void TestFuzzReplay::corpusAndRandomInputs()
{
    QFETCH(std::size_t, target);
    const fuzz::Target& what = fuzz::targets()[target];
    const QList<QByteArray> corpus = corpusOf(QString::fromLatin1(what.name));
    QVERIFY(!corpus.isEmpty());
    const auto play = [&](const QByteArray& input) {
        lastInput = input;
        what.run(input);
    };
    for (const QByteArray& input : corpus)
        play(input);
    Dice dice(11);
    for (int i = 0; i < kRandomInputs; ++i)
        play(randomInput(corpus, dice));
    qInfo("%s: %d inputs of the corpus, %d random ones", what.name, static_cast<int>(corpus.size()),
          kRandomInputs);
}

QTEST_GUILESS_MAIN(TestFuzzReplay)
#include "tst_fuzz_replay.moc"
