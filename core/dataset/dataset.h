#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
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
    std::string id; ///< path relative to the root, '/' separated: unique and stable
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
    enum class Kind {
        MissingMask,        ///< an image of a class without a mask of that class: counts at image level only
        AmbiguousMask,      ///< a mask that fits several images, or several masks that claim to be the same one
        EmptyMask,          ///< a mask without a pixel over 0
        WrongMaskSize,      ///< a mask of another size than its image
        Duplicate,          ///< the same pixels twice within a split
        TrainTestDuplicate, ///< the same pixels in two splits: figures come out too good
        Unreadable,         ///< an image, mask or folder that cannot be read
        StrayFile,          ///< a file or folder that has no place in the layout and is left out
        MixedSizes,
        MixedDepths, ///< bit depths or mono and colour mixed
        BadSideFile, ///< a side file that names what is not there
    };
    Kind kind = Kind::StrayFile;
    std::string imageId; ///< id of the image, or path of the file or folder relative to the root; may be empty
    std::string detail;  ///< one sentence with the values
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
/// training images) by their folders; reads labels.json, groups.csv and scale.json where they stand beside the images,
/// and impurity masks from `impurity/<class>/`. The rules in detail: core/dataset/README.md.
/// Reads no pixels, KolektorSDD excepted: there only the label bitmaps tell good from defective (stage "labels").
/// Errors: NotFound, Unreadable, BadFormat (no images, several data sets, an unknown form), BadFormat or TooLarge
/// (side file), Cancelled.
Result<Dataset> openDataset(const std::filesystem::path &root, const JobContext &context = {});

/// The field's name of a layout ("MVTec AD").
std::string_view layoutName(DatasetLayout layout);
/// "train", "validation" or "test".
std::string_view splitName(Split split);
/// "defect", "impurity" or "ambiguous": the words of labels.json.
std::string_view classKindName(ClassKind kind);
/// The word of a problem in figures: "missingMask", "trainTestDuplicate", ...
std::string_view problemKindName(DatasetProblem::Kind kind);

/// What `dataset info` says beyond the listing; decodes every image and mask once.
struct DatasetReport
{
    struct SizeCount
    {
        ImageInfo info; ///< regions is false whatever the file
        std::int64_t images = 0;
    };
    std::vector<SizeCount> sizes;         ///< most frequent first
    std::vector<DatasetProblem> problems; ///< those of the listing and those found by decoding
};
/// Decodes every image and every mask once, in strips where the format allows, and compares contents by SHA-256 of the
/// decoded pixels: the same picture in another file format is a duplicate too. Stage "inspect" (images).
/// Errors: Cancelled. An unreadable file is a problem in the report, not an error.
Result<DatasetReport> inspectDataset(const Dataset &dataset, const JobContext &context);

} // namespace patina
