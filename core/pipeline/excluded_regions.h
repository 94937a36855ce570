#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/labels/run_mask.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// A part of a training image that somebody has outlined: a label of a project.
struct OutlinedRegion
{
    std::string image; ///< id
    ClassKind kind = ClassKind::Defect;
    RunMask mask; ///< of the image's size
};

/// What of the training images is kept out of the bank: whole images and rectangles from a list, and outlined regions
/// of some kinds of classes.
class ExcludedRegions
{
public:
    /// \param list CSV with the column `image` and, if parts of images are meant, `x,y,width,height` in pixels (empty:
    /// the whole image); other columns are left alone, so that a list of suspects can be given back as it is. An image
    /// is named by its id or, where it is the only one of that name, by its file name. Empty: no list.
    /// \param kinds classes whose masks on training images keep patches out.
    /// Errors: those of readCsvTable; BadArgument (an image that is not there, a rectangle that is none), with the
    /// line.
    static Result<ExcludedRegions> read(const std::filesystem::path &list, std::set<ClassKind> kinds,
                                        const Dataset &dataset);

    /// Keeps outlined regions out, too: those of the kinds that are.
    void add(const std::vector<OutlinedRegion> &outlines);

    bool wholeImage(const ImageRecord &record) const { return m_whole.contains(record.id); }

    /// Whether anything of the image is kept out: its score says nothing of good parts.
    bool touches(const ImageRecord &record, const std::vector<LabelClass> &classes) const;

    /// One value a patch, row by row of the grid: 0 where the patch or one beside it (features are averages over 3x3)
    /// touches what is excluded, else 1; empty where nothing is. \param original size of the image file. \param scaled
    /// size that the grid belongs to. Errors: those of loadLabels; BadArgument (a rectangle outside of the image);
    /// ShapeMismatch (an outline of another size).
    Result<std::vector<std::uint8_t>> patchesKept(const ImageRecord &record, const std::vector<LabelClass> &classes,
                                                  cv::Size original, cv::Size scaled, const PatchGrid &grid,
                                                  const JobContext &context = {}) const;

    /// What the list says, as "2 whole images, 5 regions of 3 images"; empty without one.
    std::string summary() const;
    /// What it is made of, for telling two runs apart: "" where nothing is excluded by a list or an outline.
    std::string digest() const;

private:
    bool keepsOut(const MaskFile &mask, const std::vector<LabelClass> &classes) const;

    bool m_listed = false;
    std::set<ClassKind> m_kinds;
    std::set<std::string> m_whole;
    std::map<std::string, std::vector<cv::Rect>> m_rectangles; ///< by image id
    std::map<std::string, std::vector<RunMask>> m_outlines;    ///< by image id
};

} // namespace patina
