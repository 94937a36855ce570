#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/labels/label_map.h"
#include "core/metrics/label_policy.h"
#include "core/regions/mask_components.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace patina {

/// What is known of one image. labels.size is the size of its score map.
struct ImageTruth
{
    std::string id;
    std::string className = "good"; ///< "good" or the name of a class
    ImageLabels labels;
    cv::Mat ignore; ///< empty, or CV_8UC1 of labels.size: pixels over 0 are don't-care (outside the region of interest)
    std::string group{}; ///< part or batch the image belongs to; empty: it is one of its own
};

/// What an image counts as at image level under a policy.
enum class ImageRole { Good, Anomalous, LeftOut };

/// What a pixel counts as. Where labels overlap, the later of this order wins: background, harmless impurity, ignored
/// impurity, defect, ignored ambiguous region, don't-care mask.
enum class PixelRole : std::uint8_t {
    Normal = 0,
    Ignored, ///< in no figure at all
    Unknown, ///< background of an image whose defect nobody outlined: in no pixel figure
    Defect,
};

/// The ground truth of one image under a policy, ready to be read row by row. Holds outlines, not masks.
class TruthPlan
{
public:
    /// The regions of one class on this image.
    struct Layer
    {
        int classIndex = 0;
        ClassRole role = ClassRole::Defect;
        MaskComponents parts;
        std::vector<std::int64_t> countedPx; ///< per component: pixels that count in the layer's role
        int precedence = 0;
    };

    /// Errors: BadArgument (unknown class, empty size), ShapeMismatch (a mask of another size).
    static Result<TruthPlan> create(const ImageTruth &truth, const std::vector<LabelClass> &classes,
                                    const LabelPolicy &policy);

    const std::string &id() const { return m_id; }
    const std::string &group() const { return m_group; } ///< the id where none was named
    int classIndex() const { return m_classIndex; }      ///< -1: good
    cv::Size size() const { return m_size; }
    ImageRole role() const { return m_role; }
    PixelRole background() const { return m_background; }
    const std::vector<Layer> &layers() const { return m_layers; } ///< in the order they are painted
    std::int64_t pixels(PixelRole role) const { return m_pixels[static_cast<std::size_t>(role)]; }

    /// True: all pixels of the row are background().
    bool isPlainRow(int y) const;
    /// \param roles `size().width` entries, overwritten.
    void paintRow(int y, std::span<PixelRole> roles) const;

private:
    Result<void> addLayers(const ImageTruth &truth, const std::vector<LabelClass> &classes, const LabelPolicy &policy);
    void decideBackground(const std::vector<LabelClass> &classes, const LabelPolicy &policy);
    void countPixels();
    void decideRole(const std::vector<LabelClass> &classes, const LabelPolicy &policy);
    std::int64_t markedPx(ClassRole role) const;

    std::string m_id;
    std::string m_group;
    int m_classIndex = -1;
    cv::Size m_size;
    ImageRole m_role = ImageRole::Good;
    PixelRole m_background = PixelRole::Normal;
    std::vector<Layer> m_layers;
    MaskComponents m_ignore;
    std::int64_t m_pixels[4] = {0, 0, 0, 0};
};

} // namespace patina
