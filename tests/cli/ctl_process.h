// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/connection_url.h"
#include "tests/support/two_sided_fixture.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace causeway::test {

/// What one run of the real causewayctl did.
struct CtlResult {
    int code = -1;
    QByteArray out;
    QByteArray err;

    /// All of it, for the message of a failed test.
    [[nodiscard]] QByteArray told() const
    {
        return QByteArray("exit code ") + QByteArray::number(code) + '\n' + out + err;
    }
    /// The document on standard output; standard output must hold nothing else.
    [[nodiscard]] QJsonObject object() const
    {
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(out, &error);
        if (!document.isObject())
            qWarning("no JSON object: %s %s", out.constData(), err.constData());
        return document.object();
    }
    [[nodiscard]] QJsonArray array() const
    {
        const auto document = QJsonDocument::fromJson(out);
        if (!document.isArray())
            qWarning("no JSON array: %s %s", out.constData(), err.constData());
        return document.array();
    }
};

/// Runs the causewayctl that was built beside this test, in an environment of its own.
class Ctl final {
public:
    Ctl()
    {
        m_environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/nonexistent"));
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"),
                             testFolder() + QStringLiteral("/data"));
    }
    void set(const QString& name, const QString& value) { m_environment.insert(name, value); }
    /// The options that name @p pair by URLs; they stand before the command.
    void usePair(const Profile& pair)
    {
        m_pair = QStringList{QStringLiteral("--remote"), toConnectionUrl(pair.remote),
                             QStringLiteral("--local"), toConnectionUrl(pair.local)};
    }
    /// The stored profile @p name instead.
    void useProfile(const QString& name)
    {
        m_pair = QStringList{QStringLiteral("--profile"), name};
    }
    [[nodiscard]] const QStringList& pair() const { return m_pair; }

    void start(QProcess& process, const QStringList& words) const
    {
        process.setProcessEnvironment(m_environment);
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../causewayctl"),
                      m_pair + words);
    }
    /// @p words separated by blanks. @p input goes to standard input.
    [[nodiscard]] CtlResult run(const QString& words, const QByteArray& input = {}) const
    {
        return runWords(words.split(QLatin1Char(' '), Qt::SkipEmptyParts), input);
    }
    [[nodiscard]] CtlResult runWords(const QStringList& words, const QByteArray& input = {}) const
    {
        QProcess process;
        start(process, words);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            qFatal("causewayctl does not end");
        CtlResult result;
        result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }

private:
    QProcessEnvironment m_environment;
    QStringList m_pair;
};

} // namespace causeway::test

/// Fails the test with both streams when the exit code is another.
#define EXPECT_CODE(result, expected)                                                              \
    do {                                                                                           \
        const CtlResult& ctlResult = (result);                                                     \
        QVERIFY2(ctlResult.code == (expected), ctlResult.told().constData());                      \
    } while (false)
