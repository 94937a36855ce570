#include "ui/synthesis/synthesis_state.h"

#include "core/base/atomic_file.h"
#include "core/base/read_file.h"
#include "core/base/strict_json.h"
#include "ui/settings/settings.h"
#include "ui/text/path.h"

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace patina {

namespace {

constexpr std::int64_t kLargestFile = std::int64_t{16} << 20;

std::filesystem::path fileIn(const QString &folder)
{
    return pathOf(folder) / "page.json";
}

QString textOf(const nlohmann::json &json, const char *name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

} // namespace

SynthesisSpec SynthesisState::usual()
{
    SynthesisSpec spec;
    spec.ambiguous.clear();
    return spec;
}

QString synthesisFolder()
{
    return QFileInfo(settingsFile()).dir().filePath(QStringLiteral("synthesis"));
}

SynthesisState loadSynthesisState(const QString &folder)
{
    SynthesisState state;
    const auto text = readTextFile(fileIn(folder), kLargestFile);
    if (!text)
        return state;
    const auto json = parseStrictJson(*text);
    if (!json || !json->is_object())
        return state;
    if (const auto spec = json->find("spec"); spec != json->end())
        if (auto read = specFromJson(spec->dump()))
            state.spec = std::move(*read);
    state.out = textOf(*json, "out");
    state.like = textOf(*json, "like");
    state.realImage = textOf(*json, "realImage");
    if (const auto stained = json->find("stained"); stained != json->end() && stained->is_boolean())
        state.stained = stained->get<bool>();
    return state;
}

Result<void> saveSynthesisState(const SynthesisState &state, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::WriteFailed, "cannot make the folder " + folder.toStdString());
    nlohmann::ordered_json json;
    json["spec"] = toJson(state.spec);
    json["out"] = state.out.toStdString();
    json["like"] = state.like.toStdString();
    json["realImage"] = state.realImage.toStdString();
    json["stained"] = state.stained;
    return writeTextFile(fileIn(folder), json.dump(1) + "\n");
}

} // namespace patina
