// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace causeway {

/// The language of the console: translators, number formats and fonts, switched while it runs.
///
/// Ownership: its translators are installed while it lives. Thread: GUI.
class Language final : public QObject {
    Q_OBJECT
public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    /// "en" and "zh_CN".
    [[nodiscard]] static QStringList codes();
    /// The name of a language in itself.
    [[nodiscard]] static QString nameOf(const QString& code);
    /// The supported language nearest to the machine's.
    [[nodiscard]] static QString ofSystem();
    /// The stored choice, else the machine's.
    [[nodiscard]] static QString preferred();

    /// Switches; unknown codes mean English. @param remember  as the choice for the next start.
    void use(const QString& code, bool remember);
    [[nodiscard]] const QString& code() const { return m_code; }

signals:
    void changed(const QString& code);

private:
    void install(const QString& file, const QString& folder);
    void removeAll();

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace causeway
