// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profile_importer.h"

#include "ui/base/dialogs.h"
#include "ui/pages/profiles/import_dialogs.h"
#include "ui/session/session.h"

#include <QFileDialog>
#include <QFileInfo>

namespace causeway {
namespace {

Result<EnvImport> readProfile(const QString& path, const QString& name)
{
    const auto file = EnvFile::load(path);
    if (!file.ok())
        return file.error();
    auto found = profileFromEnv(file.value(), name);
    if (found.ok())
        found.value().profile.envFile = path;
    return found;
}

} // namespace

ProfileImporter::ProfileImporter(Session& session, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ProfileImporter::askForEnv()
{
    auto* dialog = new QFileDialog(m_window, tr("Import a .env file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFilter(QDir::Files | QDir::Hidden | QDir::AllDirs | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfileImporter::readEnv);
    dialog->open();
}

void ProfileImporter::readEnv(const QString& path)
{
    const QString folder = QFileInfo(path).absoluteDir().dirName();
    const QString name = m_session.profiles().freeName(folder.isEmpty() ? tr("Imported") : folder);
    m_background.run(
        QStringLiteral("import"),
        [path, name](const std::stop_token&) { return readProfile(path, name); },
        [this](const Result<EnvImport>& found) { finish(found); });
}

void ProfileImporter::finish(const Result<EnvImport>& found)
{
    if (found.ok())
        emit imported(found.value().profile);
    else
        showErrorDialog(m_window->window(), found.error());
}

void ProfileImporter::askForUrls()
{
    auto* dialog = new UrlImportDialog(m_window->window());
    connect(dialog, &UrlImportDialog::chosen, this,
            [this](const SideConfig& remote, const SideConfig& local) {
                Profile profile;
                profile.name = m_session.profiles().freeName(tr("Imported"));
                profile.remote = remote;
                profile.local = local;
                emit imported(profile);
            });
    dialog->open();
}

} // namespace causeway
