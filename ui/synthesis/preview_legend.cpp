#include "ui/synthesis/preview_legend.h"

#include "ui/look.h"
#include "ui/synthesis/synthesis_words.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

QString nameOf(const PreviewMark &mark)
{
    return QString::fromStdString(mark.className);
}

} // namespace

PreviewLegend::PreviewLegend(QWidget *after, QWidget *parent) : QWidget(parent), m_after(after)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
}

void PreviewLegend::setMarks(std::vector<PreviewMark> marks)
{
    const auto names = [](const std::vector<PreviewMark> &all) {
        QStringList list;
        for (const PreviewMark &mark : all)
            list << nameOf(mark);
        return list;
    };
    const bool same = names(marks) == names(m_marks);
    m_marks = std::move(marks);
    if (same)
        return;
    for (QCheckBox *box : std::exchange(m_boxes, {}))
        box->deleteLater();
    for (const PreviewMark &mark : m_marks)
        addBox(mark);
}

void PreviewLegend::addBox(const PreviewMark &mark)
{
    auto *box = new QCheckBox(this);
    const QString name = nameOf(mark);
    box->setObjectName(QStringLiteral("outline_") + name);
    box->setProperty("class", name);
    QPixmap colour(kGrid + 2, kGrid + 2);
    colour.fill(mark.mark.colour);
    box->setIcon(colour);
    box->setText(SynthesisWords::model(mark.className));
    box->setChecked(!m_hidden.contains(name));
    layout()->addWidget(box);
    setTabOrder(m_boxes.empty() ? m_after : m_boxes.back(), box); // not behind the whole page
    m_boxes.push_back(box);
    box->setToolTip(tr("Outline it; O outlines all or none"));
    connect(box, &QCheckBox::toggled, this, [this, name](bool on) {
        on ? void(m_hidden.remove(name)) : void(m_hidden.insert(name));
        emit changed();
    });
}

void PreviewLegend::toggleAll()
{
    const bool all = std::ranges::all_of(m_boxes, &QCheckBox::isChecked);
    for (QCheckBox *box : m_boxes)
        box->setChecked(!all);
}

std::vector<CanvasMark> PreviewLegend::shown() const
{
    std::vector<CanvasMark> marks;
    for (const PreviewMark &mark : m_marks)
        if (!m_hidden.contains(nameOf(mark)))
            marks.push_back(mark.mark);
    return marks;
}

void PreviewLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        for (QCheckBox *box : m_boxes) {
            box->setText(SynthesisWords::model(box->property("class").toString().toStdString()));
            box->setToolTip(tr("Outline it; O outlines all or none"));
        }
    QWidget::changeEvent(event);
}

} // namespace patina
