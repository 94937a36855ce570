#include "ui/panels/image_delegate.h"

#include "ui/look.h"
#include "ui/models/image_list_model.h"
#include "ui/text/short_name.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QPainter>

namespace patina {

namespace {

constexpr QSize kThumbnail(80, 60);
constexpr int kBarHeight = 4;

struct Tones
{
    QColor text;
    QColor muted;
    bool selected = false;
};

Tones tonesOf(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected)
        return {option.palette.color(QPalette::Text), mutedText(option.palette), false};
    QColor muted = option.palette.color(QPalette::HighlightedText);
    muted.setAlpha(200);
    return {option.palette.color(QPalette::HighlightedText), muted, true};
}

void paintThumbnail(QPainter &painter, const QRect &box, const QModelIndex &index, const QStyleOptionViewItem &option)
{
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    if (thumbnail.isNull()) {
        const bool unreadable = index.data(ImageListModel::UnreadableRole).toBool();
        painter.fillRect(box, option.palette.color(QPalette::Window));
        const QIcon icon = themedIcon(unreadable ? QStringLiteral("warning") : QStringLiteral("image"));
        painter.setOpacity(unreadable ? 0.8 : 0.35);
        icon.paint(&painter, QRect(QPoint(0, 0), QSize(24, 24)).translated(box.center() - QPoint(12, 12)));
        painter.setOpacity(1.0);
        return;
    }
    const QSize size = thumbnail.size().scaled(box.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(0, 0), size);
    target.moveCenter(box.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, thumbnail);
}

/// \returns the word and its colour; empty for a score without verdict.
std::pair<QString, QColor> judgement(const QModelIndex &index, const QStyleOptionViewItem &option)
{
    if (static_cast<ImageState>(index.data(ImageListModel::StateRole).toInt()) == ImageState::Failed)
        return {ImageDelegate::tr("Failed"), failureColour(option.palette)};
    const QVariant verdict = index.data(ImageListModel::VerdictRole);
    if (!verdict.isValid())
        return {};
    const auto which = static_cast<Verdict>(verdict.toInt());
    return {Text::verdict(which), verdictColour(which, option.palette)};
}

/// \returns the width it took at the right end of `line`.
int paintBadge(QPainter &painter, const QRect &line, const QString &word, const QColor &colour, bool selected)
{
    QFont bold = painter.font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int width = metrics.horizontalAdvance(word) + 2 * kGrid;
    const QRect badge(line.right() - width + 1, line.top(), width, line.height());
    painter.save();
    painter.setFont(bold);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? QColor(255, 255, 255, 230) : QColor(colour.red(), colour.green(), colour.blue(), 36));
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(selected ? colour.darker(colour.lightness() > 110 ? 190 : 100) : colour);
    painter.drawText(badge, Qt::AlignCenter, word);
    painter.restore();
    return width;
}

/// \returns the width it took at the right end of `line`.
int paintReviewed(QPainter &painter, const QRect &line, const Tones &tones)
{
    const int side = line.height();
    themedIcon(QStringLiteral("reviewed"))
        .paint(&painter, QRect(line.right() - side + 1, line.top(), side, side), Qt::AlignCenter,
               tones.selected ? QIcon::Selected : QIcon::Normal);
    return side;
}

/// A line of text that does not fit is shortened in the middle or at its end.
void paintText(QPainter &painter, const QRect &line, const QString &text, const QColor &colour, Qt::TextElideMode elide)
{
    painter.setPen(colour);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, elide, line.width()));
}

/// What tells it from the other names stays.
void paintName(QPainter &painter, const QRect &line, const QModelIndex &index, const QColor &colour)
{
    painter.setPen(colour);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     shortName(index.data(Qt::DisplayRole).toString(),
                               index.data(ImageListModel::CommonStartRole).toInt(), painter.fontMetrics(),
                               line.width()));
}

void paintScore(QPainter &painter, const QRect &line, const QModelIndex &index, const QColor &colour,
                const Tones &tones)
{
    const QVariant score = index.data(ImageListModel::ScoreRole);
    if (!score.isValid())
        return;
    const QString number = Text::score(score.toDouble());
    const int numberWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("00.00")) + kGrid;
    painter.setPen(tones.text);
    painter.drawText(QRect(line.right() - numberWidth + 1, line.top(), numberWidth, line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, number);
    const QRect track(line.left(), line.center().y() - kBarHeight / 2, line.width() - numberWidth - kGrid, kBarHeight);
    QColor faint = tones.text;
    faint.setAlpha(40);
    painter.fillRect(track, faint);
    QRect filled = track;
    filled.setWidth(static_cast<int>(track.width() * index.data(ImageListModel::ScoreShareRole).toDouble()));
    painter.fillRect(filled, tones.selected ? tones.text : colour);
}

/// The last line: the score, or why there is none.
void paintOutcome(QPainter &painter, const QRect &line, const QModelIndex &index, const QColor &colour,
                  const Tones &tones)
{
    switch (static_cast<ImageState>(index.data(ImageListModel::StateRole).toInt())) {
    case ImageState::Scored:
        paintScore(painter, line, index, colour, tones);
        break;
    case ImageState::Failed:
        paintText(painter, line, index.data(ImageListModel::ReasonRole).toString(), tones.muted, Qt::ElideRight);
        break;
    case ImageState::NotScored:
        paintText(painter, line,
                  index.data(ImageListModel::MissingRole).toBool() ? ImageDelegate::tr("file missing")
                                                                   : ImageDelegate::tr("not scored"),
                  tones.muted, Qt::ElideRight);
        break;
    }
}

} // namespace

QSize ImageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    if (m_compact)
        return {28 * kGrid, option.fontMetrics.height() + kGrid / 2};
    const int lines = 3 * option.fontMetrics.height() + kGrid;
    return {kThumbnail.width() + 20 * kGrid, std::max(kThumbnail.height(), lines) + kGrid};
}

/// Name, reviewed mark, score, verdict.
void ImageDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones tones = tonesOf(option);
    QRect line = option.rect.adjusted(kGrid, kGrid / 4, -kGrid, -kGrid / 4);
    const auto [word, colour] = judgement(index, option);
    const QFontMetrics metrics = painter->fontMetrics();
    const int badgeWidth = metrics.horizontalAdvance(QStringLiteral("Review")) + 3 * kGrid;
    if (!word.isEmpty())
        paintBadge(*painter, line, word, colour, tones.selected);
    line.setRight(line.right() - badgeWidth);
    const QVariant score = index.data(ImageListModel::ScoreRole);
    const int numberWidth = metrics.horizontalAdvance(QStringLiteral("00.00")) + kGrid;
    painter->setPen(tones.text);
    if (score.isValid())
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, Text::score(score.toDouble()));
    line.setRight(line.right() - numberWidth);
    if (index.data(ImageListModel::ReviewedRole).toBool())
        line.setRight(line.right() - paintReviewed(*painter, line, tones) - kGrid / 2);
    const bool missing = index.data(ImageListModel::MissingRole).toBool();
    paintName(*painter, line, index, missing ? tones.muted : tones.text);
}

void ImageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem plain = option;
    plain.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &plain, painter, option.widget);

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    if (m_compact) {
        paintLine(painter, option, index);
        painter->restore();
        return;
    }
    const QRect inner = option.rect.adjusted(kGrid, kGrid / 2, -kGrid, -kGrid / 2);
    QRect box(inner.topLeft(), kThumbnail);
    box.moveTop(inner.center().y() - kThumbnail.height() / 2);
    paintThumbnail(*painter, box, index, option);

    const Tones tones = tonesOf(option);
    const int lineHeight = option.fontMetrics.height();
    const QRect text = inner.adjusted(kThumbnail.width() + kGrid + kGrid / 2, 0, 0, 0);
    const QString folder = index.data(ImageListModel::FolderRole).toString();
    const int lines = folder.isEmpty() ? 2 : 3;
    const int top = text.center().y() - (lines * lineHeight + kGrid / 2) / 2;
    QRect line(text.left(), top, text.width(), lineHeight);
    const auto [word, colour] = judgement(index, option);
    const int badge = word.isEmpty() ? 0 : paintBadge(*painter, line, word, colour, tones.selected) + kGrid;
    const int mark = index.data(ImageListModel::ReviewedRole).toBool()
                         ? paintReviewed(*painter, line.adjusted(0, 0, -badge, 0), tones) + kGrid / 2
                         : 0;
    paintName(*painter, line.adjusted(0, 0, -badge - mark, 0), index, tones.text);
    if (!folder.isEmpty()) {
        line.translate(0, lineHeight);
        paintText(*painter, line, folder, tones.muted, Qt::ElideMiddle);
    }
    line.translate(0, lineHeight + kGrid / 2);
    paintOutcome(*painter, line, index, colour.isValid() ? colour : option.palette.color(QPalette::Highlight), tones);
    painter->restore();
}

} // namespace patina
