#include "core/evaluation/open_questions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace patina {

namespace {

/// What is counted without the ambiguous regions.
struct Counts
{
    double found = 0.0, defects = 0.0, flagged = 0.0, good = 0.0;
};

double share(double part, double of)
{
    return of > 0.0 ? part / of : 0.0;
}

bool isFlagged(const ImageOutcome &image, double threshold)
{
    return image.peak && static_cast<double>(*image.peak) >= threshold;
}

Counts countsOf(const Outcomes &outcomes, double threshold)
{
    Counts counts;
    for (const RegionOutcome &defect : outcomes.defects) {
        ++counts.defects;
        counts.found += defect.isFound(threshold) ? 1.0 : 0.0;
    }
    for (const ImageOutcome &image : outcomes.images)
        if (image.role == ImageRole::Good) {
            ++counts.good;
            counts.flagged += isFlagged(image, threshold) ? 1.0 : 0.0;
        }
    return counts;
}

/// Calling the region a defect takes its image out of the good ones; calling it harmless leaves the image there,
/// flagged where the region is.
double effectOn(const Counts &rest, const RegionOutcome &region, const ImageOutcome *image, double threshold)
{
    const bool found = region.isFound(threshold);
    const double recall = share(rest.found, rest.defects);
    const double recallAsDefect = share(rest.found + (found ? 1.0 : 0.0), rest.defects + 1.0);
    double overkillChange = 0.0;
    if (image != nullptr && image->role == ImageRole::Good) {
        const bool flaggedWithout = isFlagged(*image, threshold);
        const double harmless = share(rest.flagged + (found && !flaggedWithout ? 1.0 : 0.0), rest.good);
        const double defect = share(rest.flagged - (flaggedWithout ? 1.0 : 0.0), rest.good - 1.0);
        overkillChange = std::abs(harmless - defect);
    }
    return std::abs(recallAsDefect - (rest.defects > 0.0 ? recall : 1.0)) + overkillChange;
}

} // namespace

OpenQuestions openQuestions(const Evaluation &ignored, const Evaluation &pessimistic, double threshold, double share)
{
    const Counts rest = countsOf(ignored.outcomes, threshold);
    std::map<std::string, const ImageOutcome *> images;
    for (const ImageOutcome &image : ignored.outcomes.images)
        images[image.id] = &image;
    OpenQuestions questions;
    double sum = 0.0;
    for (const RegionOutcome &region : pessimistic.outcomes.defects) {
        if (pessimistic.classes[static_cast<std::size_t>(region.classIndex)].kind != ClassKind::Ambiguous)
            continue;
        const std::string &id = pessimistic.outcomes.images[static_cast<std::size_t>(region.image)].id;
        const auto image = images.find(id);
        OpenQuestion question{id, region.classIndex, region.box, static_cast<double>(region.peak), 0.0};
        question.effect = effectOn(rest, region, image == images.end() ? nullptr : image->second, threshold);
        sum += question.effect;
        questions.regions.push_back(std::move(question));
    }
    std::ranges::stable_sort(questions.regions, std::ranges::greater(), &OpenQuestion::effect);
    double settled = 0.0;
    while (questions.settling < questions.regions.size() && settled < share * sum - 1e-12)
        settled += questions.regions[questions.settling++].effect;
    return questions;
}

} // namespace patina
