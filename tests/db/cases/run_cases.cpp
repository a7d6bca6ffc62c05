// SPDX-License-Identifier: GPL-3.0-or-later
// Runs case folders on every pair of servers, from either side, on servers that they share.
#include "case_run.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace causeway;
using namespace causeway::test;

class RunCases final : public QObject {
    Q_OBJECT
public:
    explicit RunCases(QList<CaseFolder> folders)
        : m_folders(std::move(folders))
    {
    }

private slots:
    void initTestCase() { startSharedServers(); }
    void run_data();
    void run();

private:
    void addRows(qsizetype index);

    QList<CaseFolder> m_folders;
};

void RunCases::run_data()
{
    QTest::addColumn<qsizetype>("folder");
    QTest::addColumn<PairKind>("pair");
    QTest::addColumn<Side>("origin");
    for (qsizetype index = 0; index < m_folders.size(); ++index)
        addRows(index);
}

void RunCases::addRows(qsizetype index)
{
    const CaseFolder& folder = m_folders[index];
    for (const PairKind pair : serverPairs()) {
        const QString name = QString::fromLatin1(pairName(pair));
        if (folder.option("pairs", pairName(pair)) != name)
            continue;
        if (folder.beginsApart()) {
            QTest::addRow("%s: %s", qUtf8Printable(folder.name()), pairName(pair))
                << index << pair << Side::Remote;
            continue;
        }
        for (const Side side : {Side::Remote, Side::Local}) {
            if (folder.option("from", qPrintable(toText(side))) == toText(side))
                QTest::addRow("%s: %s from %s", qUtf8Printable(folder.name()), pairName(pair),
                              qPrintable(toText(side)))
                    << index << pair << side;
        }
    }
}

void RunCases::run()
{
    QFETCH(qsizetype, folder);
    QFETCH(PairKind, pair);
    QFETCH(Side, origin);
    CaseRun(m_folders[folder], pair, origin).run();
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    QList<CaseFolder> folders;
    while (arguments.size() > 1 && QFileInfo(arguments[1]).isDir())
        folders += CaseFolder(QDir::cleanPath(arguments.takeAt(1)));
    if (folders.isEmpty())
        qFatal("usage: run_cases FOLDER... [QTest options]");
    RunCases test(std::move(folders));
    return QTest::qExec(&test, arguments);
}

#include "run_cases.moc"
