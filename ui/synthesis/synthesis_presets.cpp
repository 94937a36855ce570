#include "ui/synthesis/synthesis_presets.h"

#include "core/base/atomic_file.h"
#include "ui/text/path.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace patina {

namespace {

constexpr qsizetype kLongestName = 80;

SynthesisSpec specWith(const char *surface, LightKind light, std::vector<std::string> defects,
                       std::vector<std::string> impurities)
{
    SynthesisSpec spec;
    spec.surface = surface;
    spec.light = light;
    spec.defects = std::move(defects);
    spec.impurities = std::move(impurities);
    spec.ambiguous.clear(); // none is made
    return spec;
}

} // namespace

std::vector<SynthesisPresets::Preset> SynthesisPresets::builtIn()
{
    return {
        {tr("Brushed: scratches, water stains"), specWith("brushed", LightKind::Bar, {"scratch"}, {"water-stain"})},
        {tr("Milled: tool marks, scratches, coolant, dust"),
         specWith("milled-parallel", LightKind::Bar, {"tool-mark", "scratch"}, {"coolant", "dust"})},
        {tr("Face milled: gouges, chips, oil, water stains"),
         specWith("milled-spiral", LightKind::Ring, {"gouge", "chip"}, {"oil-film", "water-stain"})},
        {tr("Sandblasted: dents, pits, dust, fingerprints"),
         specWith("sandblasted", LightKind::Ring, {"dent", "pit"}, {"dust", "fingerprint"})},
        {tr("Polished: scratches, pits, fingerprints, dust"),
         specWith("polished", LightKind::Ring, {"scratch", "pit"}, {"fingerprint", "dust"})},
        {tr("Cast: pores, cracks, oil, stickers"),
         specWith("cast", LightKind::Bar, {"pore-cluster", "crack"}, {"oil-film", "sticker"})},
    };
}

QString SynthesisPresets::fileOf(const QString &name) const
{
    return QDir(m_folder).filePath(name + QStringLiteral(".json"));
}

QStringList SynthesisPresets::names() const
{
    QStringList names;
    for (const QFileInfo &file :
         QDir(m_folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::LocaleAware))
        names << file.completeBaseName();
    return names;
}

Result<SynthesisSpec> SynthesisPresets::read(const QString &name) const
{
    return readSpec(pathOf(fileOf(name)));
}

Result<void> SynthesisPresets::keep(const QString &name, const SynthesisSpec &spec) const
{
    const bool file = !name.isEmpty() && name.size() <= kLongestName && !name.startsWith(QLatin1Char('.')) &&
                      !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'));
    if (!file)
        return fail(ErrorCode::BadArgument, "the name of a preset is the name of a file, without / and a leading dot");
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::WriteFailed, "cannot make the folder " + m_folder.toStdString());
    return writeSpec(fileOf(name), spec);
}

bool SynthesisPresets::remove(const QString &name) const
{
    return QFile::remove(fileOf(name));
}

Result<void> SynthesisPresets::writeSpec(const QString &file, const SynthesisSpec &spec)
{
    return writeTextFile(pathOf(file), toJson(spec).dump(1) + "\n");
}

} // namespace patina
