#pragma once

#include <QFile>
#include <QProcess>
#include <QStringList>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>

namespace patina::test {

/// What a call of patina-cli left behind.
struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
    /// The last line: what a failed call says.
    QString sentence() const { return err.trimmed().section('\n', -1); }
};

/// What a call of patina-cli finds around it.
struct Surroundings
{
    QString home{};                     ///< PATINA_HOME; empty: that of the tests
    rlim_t largestFile = RLIM_INFINITY; ///< a limit is a disk that is full: write() fails half way
    QString stdoutFile{};               ///< takes standard output; empty: the outcome does
};

inline constexpr int patienceMs = 60'000;

/// \param process not started. Signals work in the call even where whatever ran the tests has switched them off.
inline void startCli(QProcess &process, const QStringList &arguments, const Surroundings &around = {})
{
    if (!around.home.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATINA_HOME", around.home);
        process.setProcessEnvironment(environment);
    }
    if (!around.stdoutFile.isEmpty())
        process.setStandardOutputFile(around.stdoutFile);
    process.setChildProcessModifier([largest = around.largestFile] {
        ::signal(SIGINT, SIG_DFL);
        ::signal(SIGTERM, SIG_DFL);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{largest, largest};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    process.start(PATINA_CLI, arguments);
}

/// Waits for the end. The outcome has the output that nobody has read yet.
inline Outcome outcomeOf(QProcess &process)
{
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline Outcome runCli(const QStringList &arguments, const Surroundings &around = {})
{
    QProcess process;
    startCli(process, arguments, around);
    return outcomeOf(process);
}

inline QByteArray bytesOf(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString text(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

} // namespace patina::test
