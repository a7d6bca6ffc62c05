// SPDX-License-Identifier: GPL-3.0-or-later
// A plan carried out on a model of a database that enforces its keys: in the order that
// dependencyOrder() gives (deletes children first, then the rest parents first), rows of one table
// in any order, it always arrives, and always at the same rows.
#include "sync/reconcile/reconcile.h"
#include "sync/schema/compare_schema.h"
#include "tests/support/dice.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kCases = 20'000;
constexpr int kPasses = 4; ///< as SyncLimits::maxPasses
constexpr int kKeys = 6;

struct ModelRow {
    int value = 0;
    std::map<std::size_t, int> parents; ///< table to key
    bool operator==(const ModelRow&) const = default;
};
using ModelTable = std::map<int, ModelRow>;
using ModelDatabase = std::vector<ModelTable>;

/// Which table refers to which; RESTRICT throughout: the strictest order of all.
struct ModelSchema {
    std::vector<std::set<std::size_t>> parents;
    std::vector<std::size_t> order; ///< parents first
};

QString nameOf(std::size_t table)
{
    return QStringLiteral("t%1").arg(table);
}

/// References go either way round the names, so that only the keys can give the order.
ModelSchema randomSchema(Dice& dice)
{
    ModelSchema schema;
    const int tables = dice.between(2, 4);
    schema.parents.resize(static_cast<std::size_t>(tables));
    const bool upwards = dice.percent(50);
    std::vector<ForeignKeySchema> keys;
    for (std::size_t child = 0; child < schema.parents.size(); ++child) {
        for (std::size_t parent = 0; parent < schema.parents.size(); ++parent) {
            if (parent == child || (parent < child) != upwards || !dice.percent(60))
                continue;
            schema.parents[child].insert(parent);
            ForeignKeySchema key;
            key.table = nameOf(child);
            key.referencedTable = nameOf(parent);
            keys.push_back(key);
        }
    }
    std::vector<PrioritisedTable> wanted;
    for (std::size_t table = 0; table < schema.parents.size(); ++table)
        wanted.push_back({nameOf(table), dice.between(1, 99)});
    for (const QString& name : dependencyOrder(wanted, keys).tables)
        schema.order.push_back(static_cast<std::size_t>(QStringView(name).mid(1).toInt()));
    return schema;
}

/// Rows whose references all exist: parents are filled before children.
ModelDatabase randomDatabase(const ModelSchema& schema, Dice& dice)
{
    ModelDatabase database(schema.parents.size());
    for (const std::size_t table : schema.order) {
        for (int key = 0; key < kKeys; ++key) {
            if (dice.percent(40))
                continue;
            ModelRow row{dice.below(3), {}};
            for (const std::size_t parent : schema.parents[table]) {
                if (database[parent].empty() || dice.percent(20))
                    continue;
                auto chosen = database[parent].begin();
                std::advance(chosen, dice.below(static_cast<int>(database[parent].size())));
                row.parents.emplace(parent, chosen->first);
            }
            database[table].emplace(key, row);
        }
    }
    return database;
}

std::optional<quint64> digest(const ModelTable& table, int key)
{
    const auto row = table.find(key);
    if (row == table.end())
        return std::nullopt;
    quint64 mixed = static_cast<quint64>(row->second.value) + 1;
    for (const auto& [parent, id] : row->second.parents)
        mixed = mixed * 1000 + parent * 10 + static_cast<quint64>(id) + 1;
    return mixed;
}

/// Carries out FULL REMOTE_TO_LOCAL as a run does: pass after pass, what is refused waits.
class Execution {
public:
    Execution(const ModelSchema& schema, const ModelDatabase& source, ModelDatabase target,
              Dice dice)
        : m_schema(schema)
        , m_source(source)
        , m_target(std::move(target))
        , m_dice(dice)
    {
    }

    const ModelDatabase& run()
    {
        for (int pass = 0; pass < kPasses; ++pass) {
            for (auto table = m_schema.order.rbegin(); table != m_schema.order.rend(); ++table)
                writeTable(*table, true);
            for (const std::size_t table : m_schema.order)
                writeTable(table, false);
        }
        return m_target;
    }

private:
    [[nodiscard]] Verdict verdict(std::size_t table, int key) const
    {
        KeyState state;
        state.remote = digest(m_source[table], key);
        state.local = digest(m_target[table], key);
        if (state.remote && state.local)
            state.equal = state.remote == state.local;
        return reconcile(state, {SyncType::Full, Direction::RemoteToLocal, Policy::Manual}).verdict;
    }

    void writeTable(std::size_t table, bool deletes)
    {
        std::vector<int> keys;
        for (int key = 0; key < kKeys; ++key) {
            const bool isDelete = !m_source[table].contains(key);
            if (verdict(table, key) == Verdict::CopyToLocal && isDelete == deletes)
                keys.push_back(key);
        }
        for (std::size_t i = keys.size(); i > 1; --i)
            std::swap(keys[i - 1],
                      keys[static_cast<std::size_t>(m_dice.below(static_cast<int>(i)))]);
        for (const int key : keys)
            deletes ? remove(table, key) : upsert(table, key);
    }

    void remove(std::size_t table, int key)
    {
        for (const ModelTable& child : m_target) {
            for (const auto& [id, row] : child) {
                const auto reference = row.parents.find(table);
                if (reference != row.parents.end() && reference->second == key)
                    return; // the server would refuse
            }
        }
        m_target[table].erase(key);
    }

    void upsert(std::size_t table, int key)
    {
        const ModelRow& row = m_source[table].at(key);
        for (const auto& [parent, id] : row.parents) {
            if (!m_target[parent].contains(id))
                return; // the server would refuse
        }
        m_target[table].insert_or_assign(key, row);
    }

    const ModelSchema& m_schema;
    const ModelDatabase& m_source;
    ModelDatabase m_target;
    Dice m_dice;
};

} // namespace

class TestPlanOrder final : public QObject {
    Q_OBJECT

private slots:
    void parentsComeBeforeTheirChildren();
    void everyShuffledPlanArrives();
};

void TestPlanOrder::parentsComeBeforeTheirChildren()
{
    Dice dice(7);
    for (int i = 0; i < kCases; ++i) {
        const ModelSchema schema = randomSchema(dice);
        QCOMPARE(schema.order.size(), schema.parents.size());
        for (std::size_t child = 0; child < schema.parents.size(); ++child) {
            const auto at = [&](std::size_t table) {
                return std::find(schema.order.begin(), schema.order.end(), table);
            };
            for (const std::size_t parent : schema.parents[child])
                QVERIFY(at(parent) < at(child));
        }
    }
    qInfo("parents come before their children: %d cases", kCases);
}

void TestPlanOrder::everyShuffledPlanArrives()
{
    Dice dice(8);
    for (int i = 0; i < kCases; ++i) {
        const ModelSchema schema = randomSchema(dice);
        const ModelDatabase source = randomDatabase(schema, dice);
        const ModelDatabase target = randomDatabase(schema, dice);
        const bool arrived = Execution(schema, source, target, dice.split()).run() == source;
        QVERIFY2(arrived, qPrintable(QStringLiteral("case %1 did not arrive").arg(i)));
    }
    qInfo("every shuffled plan arrives: %d cases", kCases);
}

QTEST_GUILESS_MAIN(TestPlanOrder)
#include "tst_plan_order.moc"
