#pragma once

#include "core/base/job_context.h"
#include "core/evaluation/used_images.h"
#include "core/metrics/image_truth.h"
#include "core/project/contents.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// The classes of a project in the order of their positions, as figures know them.
std::vector<LabelClass> labelClassesOf(const ProjectContents &contents);

/// An image with the content of one that the model was made from.
struct CopyOfUsed
{
    std::size_t image = 0; ///< into ProjectContents::images
    std::string of;        ///< id in the model
    bool operator==(const CopyOfUsed &) const = default;
};

/// Which images of a project say something about a model. Indices into ProjectContents::images, ascending.
struct EvaluationScope
{
    std::vector<std::size_t> counted;    ///< test images, and others that a reader has labelled or is done with
    std::vector<std::size_t> validation; ///< good ones without a label: their pixels give the threshold of SegF1
    std::int64_t trainedOn = 0;          ///< the model was made from them: what it says of them proves nothing
    std::vector<CopyOfUsed> copies;      ///< of those the ones that are known by their content alone
    std::int64_t notKnown = 0;           ///< nobody has said whether they are good

    bool operator==(const EvaluationScope &) const = default;
};

/// What a project says of its images, as ground truth: masks that came with the data set, and over them the word of one
/// reader. An imported region of which he has called at least half something else is no longer what it was; of one of
/// which he has called less, those pixels are his. Where nothing is left of what the folder says that an image has, and
/// was outlined, the image is what its labels say. A folder class that the project does not have says nothing.
class ProjectTruth
{
public:
    /// \param reader whose decisions hold; empty: only what was imported.
    ProjectTruth(std::shared_ptr<const ProjectContents> contents, std::string reader);

    const std::vector<LabelClass> &classes() const { return m_classes; }
    /// \param used images that the model was trained or calibrated on, their ids relative to the data set of then: an
    /// image that is no test image is also known by an id that the one or the other has a longer path to; any by its
    /// content.
    EvaluationScope scope(const UsedImages &used) const;
    /// \param image into ProjectContents::images. \param imageSize of the file, in whose pixels labels and zones are.
    /// \param mapSize at most that; masks are reduced as those of a data set.
    /// Errors: ShapeMismatch (a label of another size, with its number), Cancelled.
    Result<ImageTruth> of(std::size_t image, cv::Size imageSize, cv::Size mapSize, const JobContext &context) const;
    /// The classes that labels of the image have, imported ones and those of the reader; "good" is none.
    std::set<std::string> classesOn(std::size_t image) const;
    /// SHA-256 of all that of() depends on: the folder's word, group, labels and zones of the image.
    std::string digest(std::size_t image) const;

private:
    bool hasClass(const std::string &name) const;
    /// Of an image: imported ones, then those of the reader, both in the order of their ids.
    const std::vector<const Label *> &labelsOf(const std::string &image) const;

    std::shared_ptr<const ProjectContents> m_contents;
    std::string m_reader;
    std::vector<LabelClass> m_classes;
    std::map<std::string, std::vector<const Label *>> m_labels; ///< by image
    std::set<std::string> m_reviewed;                           ///< images that the reader is done with
};

} // namespace patina
