#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patina {

enum class Split { Train, Validation, Test };

/// What finding a class means: a defect must be found, an impurity is harmless, an ambiguous one counts nowhere.
enum class ClassKind { Defect, Impurity, Ambiguous };

struct LabelClass
{
    std::string name;
    ClassKind kind = ClassKind::Defect;
    bool operator==(const LabelClass &) const = default;
};

/// One mask file: pixels over 0 belong to `className`.
struct MaskFile
{
    std::filesystem::path path;
    std::string className;
    bool operator==(const MaskFile &) const = default;
};

struct ImageRecord
{
    std::string id;              ///< path relative to the root, '/' separated: unique and stable
    std::filesystem::path path;
    Split split = Split::Test;
    std::string className = "good"; ///< "good" or the name of a LabelClass
    std::vector<MaskFile> masks;    ///< defect and impurity masks; empty for a good image without impurities
    std::string group;              ///< part or batch; the image's id where nothing else is known

    bool isGood() const { return className == "good"; }
    bool operator==(const ImageRecord &) const = default;
};

enum class DatasetLayout { MvtecAd, VisA, Btad, KolektorSdd, PlainFolder };

/// Something odd about a data set: said, counted, never fatal by itself.
struct DatasetProblem
{
    enum class Kind { MissingMask, WrongMaskSize, Duplicate, Unreadable, StrayFile, MixedSizes, MixedDepths, BadSideFile };
    Kind kind;
    std::string imageId;
    std::string detail; ///< one sentence with the values
    bool operator==(const DatasetProblem &) const = default;
};

struct Dataset
{
    std::filesystem::path root;
    DatasetLayout layout = DatasetLayout::PlainFolder;
    std::vector<ImageRecord> images; ///< sorted by split, class, id: the same on every machine
    std::vector<LabelClass> classes; ///< without "good", sorted by name
    std::optional<double> mmPerPixel;
    std::vector<DatasetProblem> problems; ///< found while listing (no image is decoded)

    std::vector<const ImageRecord *> ofSplit(Split split) const;
};

/// Lists a data set: recognises MVTec AD, VisA, BTAD, KolektorSDD and a plain folder of good images (all of them
/// training images) by their folders; reads labels.json, groups.csv and scale.json where they stand beside the images.
/// Reads no pixels. Errors: NotFound, Unreadable, BadFormat (no images at all), BadFormat (side file).
Result<Dataset> openDataset(const std::filesystem::path &root);

/// What `dataset info` says beyond the listing; decodes every image and mask once.
struct DatasetReport
{
    struct SizeCount
    {
        ImageInfo info;
        std::int64_t images = 0;
    };
    std::vector<SizeCount> sizes;
    std::vector<DatasetProblem> problems; ///< those of the listing and those found by decoding
};
Result<DatasetReport> inspectDataset(const Dataset &dataset, const JobContext &context);

} // namespace patina
