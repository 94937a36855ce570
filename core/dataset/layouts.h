#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/class_name.h"
#include "core/dataset/dataset.h"
#include "core/dataset/folder_listing.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// What a layout reader finds. Images come with the masks of their own class; their order does not matter yet.
struct Listing
{
    std::vector<ImageRecord> images;
    std::vector<DatasetProblem> problems;

    void problem(DatasetProblem::Kind kind, std::string imageId, std::string detail)
    {
        problems.push_back({kind, std::move(imageId), std::move(detail)});
    }
};

/// The layout with folders of fixed names that stands in `folder`; nothing for any other folder.
std::optional<DatasetLayout> recogniseStructured(const std::filesystem::path &folder);

/// The layout of a root. Errors: BadFormat where the folder holds data sets instead of being one, or is nearly one
/// (a folder train/ of unknown form); the sentence names what to open instead.
Result<DatasetLayout> recogniseLayout(const std::filesystem::path &root);

/// "kos" and digits: the folder of one commutator of KolektorSDD.
bool isKolektorItem(const std::string &folderName);

Result<Listing> listMvtecAd(const std::filesystem::path &root);
Result<Listing> listBtad(const std::filesystem::path &root);
Result<Listing> listVisa(const std::filesystem::path &root);
Result<Listing> listKolektor(const std::filesystem::path &root, const JobContext &context);
Result<Listing> listPlainFolder(const std::filesystem::path &root);

/// Adds the images that stand directly in a folder; all else in it is named in one problem per kind.
void addImages(Listing &listing, const FolderListing &folder, const std::string &relative, Split split,
               const std::string &className);

/// Gives each image the mask `<stem>_mask.*` or `<stem>.*` of a folder, or all masks of its folder `<stem>/` (MVTec
/// LOCO AD), under the image's own class. A mask belongs to one image; test images choose first.
void attachMasks(Listing &listing, const std::filesystem::path &folder, const std::string &relative,
                 std::vector<ImageRecord *> images);

/// Attaches `impurity/<class>/**/<key>_mask.*` to the one image whose id, without its ending, ends in `key` (whole path
/// components): `007`, `good/007` or `test/good/007`. A key that fits several images is attached to none and named.
/// \returns the classes found, also those without a fitting image.
Result<std::set<std::string>> attachImpurityMasks(Listing &listing, const std::filesystem::path &root);

} // namespace patina
