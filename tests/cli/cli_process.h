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

/// \param home the PATINA_HOME of the call. \param largestFile a limit on the size of files is a disk that is full:
/// write() fails half way.
inline Outcome runCli(const QString &home, const QStringList &arguments, rlim_t largestFile = RLIM_INFINITY)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PATINA_HOME", home);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([largestFile] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{largestFile, largestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    process.start(PATINA_CLI, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
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
