#include "ui/panels/picture_caption.h"

#include "ui/look.h"
#include "ui/panels/job_row.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>

#include <algorithm>

namespace patina {

namespace {

constexpr int kLeastWidth = 10 * kGrid;

} // namespace

PictureCaption::PictureCaption(QWidget *picture)
    : QFrame(picture), m_picture(picture), m_model(new QLabel(this)), m_score(new QLabel(this)),
      m_verdict(new QLabel(this)), m_note(new QLabel(this)), m_busy(new QProgressBar(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    for (QLabel *label : {m_model, m_score, m_verdict, m_note})
        label->setTextFormat(Qt::PlainText); // with names of files
    QFont bold = font();
    bold.setBold(true);
    m_model->setFont(bold);
    m_verdict->setFont(bold);
    styleProgress(m_busy);
    m_busy->setRange(0, 0);
    m_busy->setFixedWidth(6 * kGrid);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    for (QWidget *part : std::initializer_list<QWidget *>{m_model, m_score, m_verdict, m_note, m_busy})
        row->addWidget(part);
    picture->installEventFilter(this);
    hide();
}

void PictureCaption::show(const Contents &contents)
{
    m_contents = contents;
    fill();
    QFrame::show();
    raise();
}

QString PictureCaption::text() const
{
    QStringList parts{m_contents.model};
    if (m_contents.score)
        parts << Text::score(*m_contents.score);
    if (m_contents.verdict)
        parts << Text::verdict(*m_contents.verdict);
    if (!m_contents.note.isEmpty())
        parts << m_contents.note;
    return parts.join(QStringLiteral("  "));
}

void PictureCaption::fill()
{
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    say(m_model, m_contents.model);
    say(m_score, m_contents.score ? Text::score(*m_contents.score) : QString());
    say(m_verdict, m_contents.verdict ? Text::verdict(*m_contents.verdict) : QString());
    say(m_note, m_contents.note);
    m_busy->setVisible(m_contents.busy);
    if (m_contents.verdict) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, verdictColour(*m_contents.verdict, palette()));
        m_verdict->setPalette(colours);
    }
    m_picture->setAccessibleDescription(text());
    place();
}

/// As wide as the picture has room for: the name is cut off last.
void PictureCaption::place()
{
    layout()->activate();
    const int room = std::max(kLeastWidth, m_picture->width() - 2 * kGrid);
    const QSize size = sizeHint();
    setGeometry(kGrid, kGrid, std::min(size.width(), room), size.height());
}

bool PictureCaption::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void PictureCaption::changeEvent(QEvent *event)
{
    const auto type = event->type();
    if ((type == QEvent::LanguageChange || type == QEvent::PaletteChange || type == QEvent::FontChange) && isVisible())
        fill();
    QFrame::changeEvent(event);
}

void PictureCaption::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlpha(235);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace patina
