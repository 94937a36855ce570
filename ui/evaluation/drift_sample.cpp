#include "ui/evaluation/drift_sample.h"

#include "core/metrics/good_parts.h"

#include <algorithm>

namespace patina {

namespace {

bool isIn(const std::string &id, const std::string &folder)
{
    return id.size() > folder.size() && id.starts_with(folder) && id[folder.size()] == '/';
}

std::set<std::string> groupsOf(const std::vector<GoodPart> &parts)
{
    std::set<std::string> groups;
    for (const GoodPart &part : parts)
        if (!part.group.empty())
            groups.insert(part.group);
    return groups;
}

std::set<std::string> foldersOf(const std::vector<GoodPart> &parts)
{
    std::set<std::string> folders;
    for (const GoodPart &part : parts)
        for (auto slash = part.id.find('/'); slash != std::string::npos; slash = part.id.find('/', slash + 1))
            folders.insert(part.id.substr(0, slash));
    std::erase_if(folders, [&](const std::string &folder) {
        return std::ranges::all_of(parts, [&](const GoodPart &part) { return isIn(part.id, folder); });
    });
    return folders;
}

} // namespace

std::set<std::string> imagesKnownTo(const ModelInfo &model)
{
    std::set<std::string> known(model.images.begin(), model.images.end());
    known.insert(model.heldOutImages.begin(), model.heldOutImages.end());
    return known;
}

std::vector<GoodPart> goodPartsOf(const Evaluation &evaluation, const std::set<std::string> &known)
{
    // Those that the score scale was made of have no stains either.
    const std::vector<bool> clean = cleanImages(evaluation.outcomes);
    std::vector<GoodPart> parts;
    for (std::size_t i = 0; i < clean.size(); ++i)
        if (const ImageOutcome &image = evaluation.outcomes.images[i]; clean[i] && !known.contains(image.id))
            parts.push_back({image.id, image.group == image.id ? std::string() : image.group, image.score});
    return parts;
}

bool PartChoice::has(const GoodPart &part) const
{
    return kind == Kind::All || (kind == Kind::Group ? part.group == name : isIn(part.id, name));
}

std::vector<PartChoice> partChoices(const std::vector<GoodPart> &parts)
{
    std::vector<PartChoice> choices{{}};
    const std::set<std::string> groups = groupsOf(parts);
    for (const std::string &group : groups)
        choices.push_back({PartChoice::Kind::Group, group});
    if (groups.empty())
        for (const std::string &folder : foldersOf(parts))
            choices.push_back({PartChoice::Kind::Folder, folder});
    return choices;
}

std::vector<double> scoresOf(const std::vector<GoodPart> &parts, const PartChoice &choice)
{
    std::vector<double> scores;
    for (const GoodPart &part : parts)
        if (choice.has(part))
            scores.push_back(part.score);
    return scores;
}

std::vector<double> heldOutScoresOf(const ModelInfo &model)
{
    std::vector<double> scores;
    if (model.scoreScale.calibrated())
        for (const double raw : model.heldOutScores)
            scores.push_back(model.scoreScale.normalise(raw));
    return scores;
}

ChartSeries belowCurve(std::vector<double> scores, double from, double to)
{
    std::ranges::sort(scores);
    ChartSeries curve;
    curve.step = true;
    const auto total = static_cast<double>(scores.size());
    curve.points.push_back({from, 0.0});
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (i == 0 || scores[i] != scores[i - 1])
            curve.points.push_back({scores[i], static_cast<double>(i) / total});
    curve.points.push_back({to, 1.0});
    return curve;
}

} // namespace patina
