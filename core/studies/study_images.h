#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/metrics/evaluation.h"
#include "core/pipeline/intensity_probe.h"
#include "core/studies/study_plan.h"
#include "core/studies/study_result.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// The good training images of a data set alone, as many as asked for: the first ones of an order that the seed
/// shuffles, so that smaller draws are part of larger ones. \param images 0, or more than there are: all.
Dataset drawnDataset(const Dataset &dataset, std::int64_t images, std::uint64_t seed);

/// What all arms of a study read their images with: the depth of the good training images of all data sets, and the
/// largest white that any of them needs; else banks of few images could not be gone on from. None: the depths differ.
/// Errors: those of probeIntensity().
Result<std::optional<ImageIntensity>> commonIntensity(const std::vector<StudyDataset> &datasets,
                                                      const JobContext &context);

/// What a data set is, whatever its folder is called.
struct DatasetContent
{
    std::string digest;              ///< SHA-256 over classes, ids, splits, groups and the contents of images and masks
    std::vector<std::string> images; ///< SHA-256 of each image's file
    std::set<std::string> likened = {}; ///< of the real images that a made set is like or its defects were fitted to
};
/// A notice where a manifest cannot be read: what the set is like is not known then. Errors: those of sha256OfFile().
Result<DatasetContent> datasetContent(const Dataset &dataset, const JobContext &context);

/// No good training image is also a test image, and none was made like one. Errors: BadArgument, naming them.
Result<void> checkApart(const Dataset &training, const DatasetContent &trainingContent, const Dataset &test,
                        const DatasetContent &testContent);

/// Groups of test images that are trained on, too: of the same data set, or of images in the test set's folder that the
/// parts were made like. Nothing is known of groups that other data sets call by the same name.
std::set<std::string> groupsOnBothSides(const Dataset &training, const DatasetContent &trainingContent,
                                        const Dataset &test, const DatasetContent &testContent);

/// That a plan can be run: checkApart() of what each arm is trained and tested on, and checkOneDepth() of what parts
/// are made like. \param contents of its data sets. \returns groupsOnBothSides() of all arms. Errors: of the three.
Result<std::set<std::string>> checkPlan(const StudyPlan &plan, const std::vector<DatasetContent> &contents);

/// A sentence with how many they are and some of their names.
std::string sharedGroupsText(const std::set<std::string> &groups);

/// Images, regions and figures of an evaluation.
void takeOutcomes(const Evaluation &evaluation, StudyRunResult &result);

} // namespace patina
