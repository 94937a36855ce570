#pragma once

#include "core/base/result.h"
#include "core/synthesis/synthesis_spec.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <vector>

namespace patina {

/// Named specifications: those of the program, one for each surface that it makes, and the user's own, files in the
/// format of `synth --spec`.
class SynthesisPresets
{
    Q_DECLARE_TR_FUNCTIONS(SynthesisPresets)
public:
    struct Preset
    {
        QString name;
        SynthesisSpec spec;
    };
    static std::vector<Preset> builtIn();

    /// \param folder that the user's lie in; made when one is kept.
    explicit SynthesisPresets(QString folder) : m_folder(std::move(folder)) {}
    QStringList names() const;
    /// Errors: those of readSpec.
    Result<SynthesisSpec> read(const QString &name) const;
    /// Replaces one of the same name. Errors: BadArgument (no name for a file), WriteFailed.
    Result<void> keep(const QString &name, const SynthesisSpec &spec) const;
    bool remove(const QString &name) const;

    /// Errors: WriteFailed.
    static Result<void> writeSpec(const QString &file, const SynthesisSpec &spec);

private:
    QString fileOf(const QString &name) const;

    QString m_folder;
};

} // namespace patina
