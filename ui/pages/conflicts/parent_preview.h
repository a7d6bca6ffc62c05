// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/parent_rows.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QFrame>

#include <optional>
#include <vector>

namespace causeway {

/// Below a conflict, for a column of a foreign key: which row each version refers to, and whether
/// that row is there on either side. Reads in the background; shows nothing for other columns.
class ParentPreview final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit ParentPreview(QWidget* parent = nullptr);

    /// What is asked for: a column of a table, in a pair, and the row as it is and would be.
    struct Question {
        Profile profile;
        QString table;
        QString column;
        std::vector<RowImage> versions;
        bool operator==(const Question&) const = default;
    };
    void ask(const Question& question);
    void clear();
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

protected:
    void languageChanged() override;

private:
    void showAnswer();
    [[nodiscard]] QString sentence(const ParentLookUp& lookUp) const;
    [[nodiscard]] static QString describe(const ParentOnSide& parent);

    Background m_background;
    std::optional<Question> m_question;
    std::optional<Result<std::vector<ParentLookUp>>> m_answer; ///< to m_question
    QLabel* m_head = nullptr;
    std::vector<QLabel*> m_lines;
};

} // namespace causeway
