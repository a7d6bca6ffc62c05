// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"
#include "ui/widgets/error_advice.h"

#include <QDateTime>
#include <QObject>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace causeway {

class ActionRegistry;
class Session;

/// Lets any part of the console ask for a page, or for a flow that a page owns.
class Navigator final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void show(const QByteArray& page) { emit pageWanted(page); }
    /// Goes to the Sync page and starts with the preview.
    void startSync() { emit syncWanted(); }
    /// Asks for the demo to be prepared.
    void startDemo() { emit demoWanted(); }
    void importEnv() { emit envImportWanted(); }
    void newProfile() { emit newProfileWanted(); }
    /// Does something about an error; the page it belongs to takes it up.
    void remedy(Remedy remedy, const QString& table) { emit remedyWanted(remedy, table); }
    /// Shows the run @p runId in History.
    void showRun(const QString& runId) { emit runWanted(runId); }
    /// Shows in Monitor what was measured between two UTC moments.
    void showMoment(const QDateTime& from, const QDateTime& to) { emit momentWanted(from, to); }

signals:
    void runWanted(const QString& runId);
    void momentWanted(const QDateTime& from, const QDateTime& to);
    void pageWanted(const QByteArray& page);
    void syncWanted();
    void demoWanted();
    void envImportWanted();
    void newProfileWanted();
    void remedyWanted(causeway::Remedy remedy, const QString& table);
};

/// What every page is given. All outlive the pages.
struct PageContext {
    Session& session;
    ActionRegistry& actions;
    Navigator& navigator;
};

/// One page of the console. The window knows nothing of a page but this.
class Page : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @param id    stable name, "tables"
    /// @param icon  name of an own icon
    Page(QByteArray id, QString icon, QWidget* parent = nullptr);

    [[nodiscard]] const QByteArray& id() const { return m_id; }
    [[nodiscard]] const QString& icon() const { return m_icon; }
    /// In the current language.
    [[nodiscard]] virtual QString title() const = 0;
    /// Loads again what the page shows.
    virtual void refresh() {}
    /// Work for this page is going on.
    [[nodiscard]] virtual bool isBusy() const { return false; }

signals:
    /// Number beside the page's name in the navigation; 0: none.
    void badgeChanged(qint64 count);

protected:
    /// The page's layout with its title; further widgets go below.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// The row of the title, for what belongs to its right.
    [[nodiscard]] QHBoxLayout* titleRow() const { return m_titleRow; }
    void setSubtitle(const QString& text);
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QByteArray m_id;
    QString m_icon;
    QVBoxLayout* m_body = nullptr;
    QHBoxLayout* m_titleRow = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
};

} // namespace causeway
