#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/catalogue.h"
#include "core/synthesis/synthesis_spec.h"
#include "ui/canvas/canvas_mark.h"
#include "ui/canvas/display_image.h"
#include "ui/synthesis/dataset_outlook.h"

#include <QRect>

#include <opencv2/core.hpp>

#include <memory>
#include <string>
#include <vector>

namespace patina {

/// Which image of the data set is looked at.
struct PreviewSubject
{
    std::string defectClass; ///< empty: a good part
    std::string ambiguity;   ///< a case instead; empty: none
    int number = 0;          ///< of the images alike

    bool operator==(const PreviewSubject &) const = default;
};

/// What a look at a specification takes. Values are of the GUI thread; pixels are shared and never changed.
struct PreviewRequest
{
    SynthesisSpec spec;
    PreviewSubject subject;
    bool stained = true;
    int threads = 1;
    synthesis::ExemplarPtr exemplar{}; ///< of spec.exemplar; null: is read where it is needed
};

/// Outlines of one class, in pixels of the picture.
struct PreviewMark
{
    std::string className;
    CanvasMark mark;
};

struct PreviewPicture
{
    std::shared_ptr<const DisplayImage> image;
    std::vector<PreviewMark> marks;
    cv::Mat3b pixels;
    QPoint corner;     ///< of the picture in the image that it is a part of
    QRect exactArea{}; ///< of the picture: these pixels are those of the data set
    synthesis::ExemplarPtr exemplar{};
    qint64 renderedPx = 0; ///< by this job
    qint64 renderedMs = 0;
    qint64 preparedMs = 0; ///< before that: whatever the number of pixels
};

/// A larger image is seen in part, about its first defect.
inline constexpr QSize kLargestPreview{6000, 4000};
/// Exact pixels are made of no more than this at a time.
inline constexpr qint64 kMostExactPixels = 6'000'000;
/// A picture of no more pixels becomes exact as a whole, whatever part is in view.
inline constexpr qint64 kWholePixels = 2'000'000;

/// The part of a picture that is to be exact when `visible` is in view; empty: too much is in view.
QRect exactAreaFor(QSize picture, const QRect &visible);

/// The scene at 1/reduction of its size, enlarged: defects and impurities lie where they will, the texture of the
/// surface is another draw. Errors: those of validate() and loadExemplar(), Unreadable (a photo is damaged), Cancelled.
Result<PreviewPicture> coarsePreview(const PreviewRequest &request, int reduction, const JobContext &context);

/// The pixels of the data set in an area of the picture, over what is there.
/// \param under may be empty. \param area empty: the whole; of an image over kMostExactPixels as many of them, about
/// its first defect, are the picture. Errors: as coarsePreview().
Result<PreviewPicture> exactPreview(const PreviewRequest &request, const cv::Mat3b &under, const QRect &area,
                                    const JobContext &context);

/// How large the picture gets as a file, and how fast. \param rendered by exactPreview().
Result<SynthesisPace> paceOf(const PreviewPicture &rendered, int threads, const JobContext &context);

} // namespace patina
