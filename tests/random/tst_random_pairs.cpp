// SPDX-License-Identifier: GPL-3.0-or-later
// Random schemas, users, runs and accidents on real servers, judged by an oracle of its own.
//
//   tst_random_pairs [--seed N] [--count N] [--minutes M] [--pair mariadb|mysql9] [--verbose]
//
// One seed makes the same schema and the same decisions again; only what two users and a run do at
// the very same time is up to the servers.
#include "tests/random/mortal_run.h"
#include "tests/random/scenario.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace causeway;
using namespace causeway::test;

namespace {

/// Of ten seeds so many meet a MySQL server.
constexpr quint64 kMySqlOfTen = 3;

struct Order {
    quint64 seed = 1;
    PairKind pair = PairKind::MariaDbMariaDb;
};

struct Tally {
    int seeds = 0;
    int mySqlSeeds = 0;
    int runs = 0;
    qint64 operations = 0;
    qsizetype violations = 0;
};

PairKind pairFor(quint64 seed)
{
    return seed % 10 < kMySqlOfTen && serverPairs().contains(PairKind::MySqlMariaDb)
               ? PairKind::MySqlMariaDb
               : PairKind::MariaDbMariaDb;
}

/// Lines of "mariadb 17" or "mysql9 17": seeds that failed once.
std::vector<Order> formerFailures()
{
    std::vector<Order> orders;
    QFile file(QStringLiteral(CAUSEWAY_FAILED_SEEDS));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", CAUSEWAY_FAILED_SEEDS);
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() != 2 || line.startsWith('#'))
            continue;
        const bool mySql = words.front() == "mysql9";
        if (mySql && !serverPairs().contains(PairKind::MySqlMariaDb))
            continue;
        orders.push_back({words.back().toULongLong(),
                          mySql ? PairKind::MySqlMariaDb : PairKind::MariaDbMariaDb});
    }
    return orders;
}

void play(const Order& order, bool verbose, Tally& tally)
{
    const ScenarioResult result = Scenario(order.seed, order.pair).run();
    ++tally.seeds;
    tally.mySqlSeeds += order.pair == PairKind::MySqlMariaDb ? 1 : 0;
    tally.runs += result.runs;
    tally.operations += result.operations;
    tally.violations += result.violations.size();
    if (result.violations.isEmpty() && !verbose)
        return;
    std::printf("\nseed %llu on %s:\n%s\n", static_cast<unsigned long long>(order.seed),
                pairName(order.pair), qUtf8Printable(result.story.join(u'\n')));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (MortalRun::isOne(QCoreApplication::arguments()))
        return 0;
    QCommandLineParser parser;
    const auto option = [&](const char16_t* name, const char16_t* value, const char16_t* standard) {
        parser.addOption({QString::fromUtf16(name), QString(), QString::fromUtf16(value),
                          QString::fromUtf16(standard)});
    };
    option(u"seed", u"first seed", u"1");
    option(u"count", u"seeds", u"200");
    option(u"minutes", u"at most", u"0");
    option(u"pair", u"servers", u"");
    parser.addOption({QStringLiteral("verbose"), QString()});
    parser.process(application);
    const bool verbose = parser.isSet(QStringLiteral("verbose"));
    const quint64 first = parser.value(QStringLiteral("seed")).toULongLong();
    const quint64 count = parser.value(QStringLiteral("count")).toULongLong();
    const qint64 most = parser.value(QStringLiteral("minutes")).toLongLong() * 60'000;
    const QString pair = parser.value(QStringLiteral("pair"));

    QElapsedTimer timer;
    timer.start();
    Tally tally;
    if (!parser.isSet(QStringLiteral("seed"))) {
        for (const Order& order : formerFailures())
            play(order, verbose, tally);
    }
    for (quint64 seed = first; seed < first + count && (most == 0 || timer.elapsed() < most);
         ++seed) {
        const PairKind kind = pair.isEmpty()                     ? pairFor(seed)
                              : pair == QStringLiteral("mysql9") ? PairKind::MySqlMariaDb
                                                                 : PairKind::MariaDbMariaDb;
        play({seed, kind}, verbose, tally);
    }
    std::printf("seeds: %d (mysql9+mariadb %d), runs: %d, operations: %lld, violations: %lld "
                "(%lld s)\n",
                tally.seeds, tally.mySqlSeeds, tally.runs, static_cast<long long>(tally.operations),
                static_cast<long long>(tally.violations),
                static_cast<long long>(timer.elapsed() / 1000));
    return tally.violations == 0 && tally.seeds > 0 ? 0 : 1;
}
