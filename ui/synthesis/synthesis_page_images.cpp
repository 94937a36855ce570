#include "ui/synthesis/content_box.h"
#include "ui/synthesis/output_box.h"
#include "ui/synthesis/preview_view.h"
#include "ui/synthesis/synthesis_page.h"
#include "ui/text/text.h"

namespace patina {

/// The images are those that it names, not those of a folder that was chosen before.
void SynthesisPage::openSpec(const SynthesisSpec &spec)
{
    if (!spec.exemplar.images.empty()) {
        m_content->setLike({});
        noteImages(spec);
    }
    setSpec(spec);
}

void SynthesisPage::noteImages(const SynthesisSpec &spec)
{
    const auto images = static_cast<int>(spec.exemplar.images.size());
    m_content->setLikeNote(images > 0 ? tr("%n images.", nullptr, images) : QString());
}

/// \param wanted the size that was asked for: photos are cut to it; none: it is theirs.
void SynthesisPage::askImages(std::optional<cv::Size> wanted)
{
    m_imagesProblem.clear();
    m_state.like = QString::fromStdString(m_content->like().string());
    m_state.spec.exemplar.base = m_content->base();
    specChanged();
    if (m_content->like().empty()) { // those of a specification stay
        noteImages(m_state.spec);
        m_output->setProblem(problem());
        return look();
    }
    m_state.spec.exemplar.images.clear();
    if (m_content->base() != ExemplarBase::Photo)
        wanted.reset(); // texture is as large as one wants
    m_imagesProblem = tr("Looking at the images...");
    m_content->setLikeNote(m_imagesProblem);
    m_output->setProblem(problem());
    look(); // what was said of the folder before holds no longer
    m_imagesSize = wanted;
    m_imagesSoon.start();
}

void SynthesisPage::chooseImages()
{
    if (!m_content->like().empty())
        m_runner->chooseImages(m_content->like(), m_content->base(), m_imagesSize);
}

void SynthesisPage::takeImages(const Answer<ChosenImages> &images)
{
    if (m_content->like().empty() || m_state.spec.surface != "exemplar" || m_imagesSoon.isActive())
        return; // something else was chosen, typed or opened meanwhile
    if (!images) {
        m_imagesProblem = Text::windowError(images.error());
        m_content->setLikeNote(m_imagesProblem);
        m_output->setProblem(problem());
        return look();
    }
    m_imagesProblem.clear();
    m_preview->say(tr("Making the first picture..."));
    SynthesisSpec spec = m_state.spec;
    spec.exemplar = images->chosen.spec;
    if (spec.exemplar.base == ExemplarBase::Photo) {
        spec.widthPx = images->chosen.size.width;
        spec.heightPx = images->chosen.size.height;
    }
    if (!m_imagesSize) // else the same ones were looked at once more, for a size that was typed
        spec.bitDepth = images->chosen.bitDepth;
    if (images->mmPerPixel)
        spec.mmPerPixel = *images->mmPerPixel;
    noteImages(spec);
    setSpec(spec);
    showReal();
}

} // namespace patina
