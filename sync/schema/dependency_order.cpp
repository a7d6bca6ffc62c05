// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schema/compare_schema.h"

#include <algorithm>
#include <map>
#include <set>

namespace causeway {
namespace {

/// Strongly connected components of the child-to-parent graph by Tarjan's algorithm. A component is
/// complete only after all parents outside it are, so the order of completion is parents first;
/// starting from the tables in their wanted order keeps that order wherever no foreign key forbids
/// it.
class ParentsFirst final {
public:
    ParentsFirst(const std::vector<PrioritisedTable>& tables,
                 const std::vector<ForeignKeySchema>& foreignKeys)
    {
        for (const PrioritisedTable& table : tables)
            m_wanted.push_back(table);
        std::sort(m_wanted.begin(), m_wanted.end(), [](const auto& a, const auto& b) {
            return a.priority != b.priority ? a.priority > b.priority : a.name < b.name;
        });
        for (std::size_t i = 0; i < m_wanted.size(); ++i)
            m_rank.emplace(m_wanted[i].name, i);
        m_nodes.resize(m_wanted.size());
        for (const ForeignKeySchema& key : foreignKeys)
            addEdge(key);
    }

    DependencyOrder run()
    {
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            if (m_nodes[node].order == kUnseen)
                visit(node);
        }
        return std::move(m_result);
    }

private:
    static constexpr std::size_t kUnseen = ~std::size_t{0};
    struct Node {
        std::set<std::size_t> parents; ///< by rank, so in wanted order
        std::size_t order = kUnseen;
        std::size_t low = 0;
        bool open = false;
    };

    void addEdge(const ForeignKeySchema& key)
    {
        const auto child = m_rank.find(key.table);
        const auto parent = m_rank.find(key.referencedTable);
        if (key.referencedSchema.isEmpty() && child != m_rank.end() && parent != m_rank.end())
            m_nodes[child->second].parents.insert(parent->second);
    }

    void visit(std::size_t index)
    {
        Node& node = m_nodes[index];
        node.order = node.low = m_counter++;
        node.open = true;
        m_stack.push_back(index);
        for (const std::size_t parent : node.parents) {
            if (m_nodes[parent].order == kUnseen) {
                visit(parent);
                node.low = std::min(node.low, m_nodes[parent].low);
            } else if (m_nodes[parent].open) {
                node.low = std::min(node.low, m_nodes[parent].order);
            }
        }
        if (node.low == node.order)
            closeComponent(index);
    }

    void closeComponent(std::size_t root)
    {
        std::set<std::size_t> members;
        for (std::size_t member = kUnseen; member != root;) {
            member = m_stack.back();
            m_stack.pop_back();
            m_nodes[member].open = false;
            members.insert(member);
        }
        for (const std::size_t member : members) {
            m_result.tables.push_back(m_wanted[member].name);
            if (members.size() > 1 || m_nodes[member].parents.contains(member))
                m_result.cyclic += m_wanted[member].name;
        }
    }

    std::vector<PrioritisedTable> m_wanted;
    std::map<QString, std::size_t> m_rank;
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_stack;
    std::size_t m_counter = 0;
    DependencyOrder m_result;
};

} // namespace

DependencyOrder dependencyOrder(const std::vector<PrioritisedTable>& tables,
                                const std::vector<ForeignKeySchema>& foreignKeys)
{
    return ParentsFirst(tables, foreignKeys).run();
}

} // namespace causeway
