#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

namespace patina {

void Session::scoreCurrent()
{
    if (m_row >= 0)
        m_queue.prepend(m_document.image(m_row).path);
}

void Session::scoreAll()
{
    std::vector<std::filesystem::path> images;
    for (int row = 0; row < m_document.imageCount(); ++row)
        if (m_document.result(row).state != ImageState::Scored)
            images.push_back(m_document.image(row).path);
    if (images.empty() && m_document.hasImages())
        emit messaged({Message::Kind::Notice, tr("All images are scored.")});
    if (!images.empty() && m_training.running())
        emit messaged({Message::Kind::Notice, tr("Scoring begins when the training is done, with its model: one "
                                                 "job at a time uses the engine.")});
    m_queue.append(images);
}

void Session::scoringFailed(const ResultStamp &stamp, const Error &error)
{
    m_document.putFailure(stamp, error);
    if (m_queue.total() == 1)
        complain(tr("%1 was not scored. %2").arg(fileNameOf(stamp.image), Text::error(error)));
}

void Session::scoringFinished(bool cancelled)
{
    if (m_queue.total() > 1 && m_queue.failedCount() > 0)
        complain(tr("%n images were not scored; they are marked in the list.", nullptr, m_queue.failedCount()));
    else if (cancelled && !m_scoreWithNext)
        emit messaged(
            {Message::Kind::Notice,
             tr("Scoring was cancelled; %1 of %2 images are done.").arg(m_queue.done()).arg(m_queue.total())});
    checkSoon();
}

} // namespace patina
