#pragma once

#include "core/report/make_report.h"
#include "tests/core/metrics/made_images.h"

#include <cstdlib>

namespace patina::made {

/// Names that want to break out of the page.
inline const std::string hostileClass = "</td><script>alert('x')</script>&\"";
inline const std::string hostileImage = "test/\xFF\xFE/\xE2\x80\xAEgnp.<img src=x onerror=alert(1)>.png";

inline Evaluation evaluation(const std::string &firstClass = "crack", unsigned seed = 1)
{
    std::vector<LabelClass> all = classes();
    all.front().name = firstClass;
    EvaluationSettings settings;
    settings.reviewThreshold = 1.0;
    settings.rejectThreshold = 2.0;
    settings.bootstrap.resamples = 40;
    auto evaluator = Evaluator::create(all, settings);
    std::mt19937 random(seed);
    const cv::Size size(48, 32);
    for (int i = 0; i < 12; ++i) {
        Scored image = good(size, random, "test/good/" + std::to_string(i) + ".png");
        if (i % 3 == 0)
            mark(image, stain, {4, 4, 6, 6}, 0.2 * i);
        if (!evaluator->addImage(image.truth, image.score(), image.map))
            std::abort();
    }
    for (int i = 0; i < 9; ++i) {
        Scored image = good(size, random, i == 0 ? hostileImage : "test/bad/" + std::to_string(i) + ".png");
        image.truth.className = i % 2 == 0 ? firstClass : "scratch";
        mark(image, i % 2 == 0 ? crack : scratch, {10, 8, 3 + i, 5}, 0.4 * i);
        if (!evaluator->addImage(image.truth, image.score(), image.map))
            std::abort();
    }
    return evaluator->evaluate();
}

inline ReportInput reportInput(const std::string &firstClass = "crack")
{
    ReportInput input;
    input.dateUtc = "2026-01-31T00:00:00Z";
    input.program = "Patina test";
    input.modelName = "part.patina";
    input.model.hash = std::string(64, 'a');
    input.model.backboneSha256 = std::string(64, 'b');
    input.data.name = "parts";
    input.data.testImages = 21;
    input.data.inputs = {std::string(64, 'c'), 21, 13};
    input.evaluation = evaluation(firstClass);
    return input;
}

} // namespace patina::made
