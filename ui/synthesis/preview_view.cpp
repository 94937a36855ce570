#include "ui/synthesis/preview_view.h"

#include "ui/canvas/canvas.h"
#include "ui/synthesis/preview_legend.h"
#include "ui/synthesis/shared_zoom.h"
#include "ui/synthesis/synthesis_runner.h"
#include "ui/synthesis/synthesis_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

const QList<int> kHalves{5000, 5000};
const QList<int> kMadeAlone{7500, 2500};

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

SynthesisPreviewView::SynthesisPreviewView(QWidget *parent) : QWidget(parent)
{
    createBar();
    createPictures();
    connectCanvases();
    retranslateUi();
}

std::vector<QWidget *> SynthesisPreviewView::sections() const
{
    return {m_subject, m_made};
}

void SynthesisPreviewView::step(int by)
{
    m_number->setValue(m_number->value() + by);
}

bool SynthesisPreviewView::takeKey(int key)
{
    switch (key) {
    case Qt::Key_F:
        m_zoom->fit();
        return true;
    case Qt::Key_1:
        m_made->showOneToOne();
        return true;
    case Qt::Key_O:
        m_legend->toggleAll();
        return true;
    case Qt::Key_Plus:
        m_made->zoomIn();
        return true;
    case Qt::Key_Minus:
        m_made->zoomOut();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        step(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    default:
        return false;
    }
}

void SynthesisPreviewView::setSpec(const SynthesisSpec &spec)
{
    m_image = {spec.widthPx, spec.heightPx};
    m_mayBeStained = !spec.impurities.empty();
    m_version = spec.version;
    showStained();
    if (spec.defects != m_defects || spec.ambiguous != m_ambiguous || m_subject->count() == 0)
        fillSubjects(spec);
}

void SynthesisPreviewView::fillSubjects(const SynthesisSpec &spec)
{
    const bool first = m_subject->count() == 0;
    const QStringList added = [&] { // what was just chosen is what one wants to see
        QStringList names;
        for (const std::string &defect : spec.defects)
            if (std::ranges::find(m_defects, defect) == m_defects.end())
                names << QStringLiteral("d:") + qt(defect);
        return names;
    }();
    const QString before = m_subject->currentData().toString();
    m_defects = spec.defects;
    m_ambiguous = spec.ambiguous;
    m_subject->clear();
    m_subject->addItem(QString(), QString());
    for (const std::string &defect : m_defects)
        m_subject->addItem(QString(), QStringLiteral("d:") + qt(defect));
    for (const std::string &ambiguity : m_ambiguous)
        m_subject->addItem(QString(), QStringLiteral("a:") + qt(ambiguity));
    const int kept = m_subject->findData(!added.isEmpty() ? added.first() : before);
    m_subject->setCurrentIndex(std::max(first && m_subject->count() > 1 && added.isEmpty() ? 1 : 0, kept));
    retranslateUi();
}

PreviewSubject SynthesisPreviewView::subject() const
{
    const QString chosen = m_subject->currentData().toString();
    const std::string name = chosen.mid(2).toStdString();
    PreviewSubject subject;
    (chosen.startsWith(QLatin1String("a:")) ? subject.ambiguity : subject.defectClass) = name;
    subject.number = m_number->value() - 1;
    return subject;
}

bool SynthesisPreviewView::stained() const
{
    return m_stained->isChecked();
}

void SynthesisPreviewView::setStained(bool stained)
{
    m_wantsStained = stained;
    showStained();
}

/// One version alone is what there is to look at.
void SynthesisPreviewView::showStained()
{
    const bool both = m_mayBeStained && m_version == SynthesisVersion::Both;
    m_stained->setEnabled(both);
    m_stained->setChecked(both ? m_wantsStained : m_mayBeStained && m_version == SynthesisVersion::Stained);
}

QRect SynthesisPreviewView::visibleArea() const
{
    return m_made->hasImage() ? m_made->visibleArea() : QRect();
}

void SynthesisPreviewView::show(const Previewed &previewed)
{
    m_exact = previewed.exact();
    m_picture = previewed.picture.image->size();
    m_zoom->setFirst(previewed.picture.image);
    m_anyStain = std::ranges::any_of(previewed.picture.marks, [](const PreviewMark &mark) {
        const auto impurities = synthesisImpurities();
        return std::ranges::find(impurities, mark.className) != impurities.end();
    });
    setMarks(previewed.picture.marks);
    showCaption();
}

void SynthesisPreviewView::say(const QString &sentence)
{
    setMarks({});
    m_zoom->setFirst(nullptr);
    m_made->setMessage(sentence);
    m_madeCaption->clear();
}

void SynthesisPreviewView::setMarks(std::vector<PreviewMark> marks)
{
    m_legend->setMarks(std::move(marks));
    m_made->setMarks(m_legend->shown());
}

/// Unless the user has.
void SynthesisPreviewView::divide(const QList<int> &shares)
{
    if (!m_divided)
        m_pictures->setSizes(shares);
}

void SynthesisPreviewView::setReal(std::shared_ptr<const DisplayImage> image, const QString &name)
{
    m_realName = name;
    divide(kHalves);
    m_zoom->setSecond(std::move(image));
    showCaption();
}

void SynthesisPreviewView::sayReal(const QString &sentence)
{
    m_realName.clear();
    divide(kMadeAlone);
    m_zoom->setSecond(nullptr);
    m_real->setMessage(sentence);
    showCaption();
}

void SynthesisPreviewView::setOpenImage(bool any)
{
    m_useOpen->setEnabled(any);
}

void SynthesisPreviewView::showCaption()
{
    const auto size = [](QSize pixels) {
        const QLocale locale;
        return tr("%1 x %2 px").arg(locale.toString(pixels.width()), locale.toString(pixels.height()));
    };
    QStringList parts;
    if (m_made->hasImage()) {
        parts << (m_picture == m_image ? size(m_image) : tr("%1 of %2").arg(size(m_picture), size(m_image)));
        const auto pixels = qint64{visibleArea().width()} * visibleArea().height();
        const bool tooMuch = pixels > kMostExactPixels && qint64{m_picture.width()} * m_picture.height() > kWholePixels;
        parts << (m_exact ? tr("as it will be") : tooMuch ? tr("rough; zoom in for its pixels") : tr("rough"));
        if (stained() && !m_anyStain && subject().ambiguity.empty())
            parts << tr("no impurity on this one");
    }
    m_madeCaption->setText(parts.join(QStringLiteral(", ")));
    m_realCaption->setText(m_realName);
}

void SynthesisPreviewView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void SynthesisPreviewView::retranslateUi()
{
    for (int i = 0; i < m_subject->count(); ++i) {
        const std::string name = m_subject->itemData(i).toString().mid(2).toStdString();
        m_subject->setItemText(i, name.empty() ? tr("Good part") : SynthesisWords::model(name));
    }
    m_subject->setAccessibleName(tr("What is looked at"));
    m_subject->setToolTip(tr("Which images of the data set are looked at"));
    m_number->setPrefix(tr("No. "));
    m_number->setAccessibleName(tr("Number of the image"));
    m_number->setToolTip(tr("Which of these images; Page up and Page down go through them"));
    m_stained->setText(tr("Stained"));
    m_stained->setToolTip(tr("With impurities; the clean version is the same without them"));
    const auto say = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    say(m_fit, tr("Show both images whole (F)"));
    say(m_oneToOne, tr("One image pixel per screen pixel (1)"));
    say(m_useOpen, tr("Compare with the image that is open"));
    say(m_chooseFile, tr("Choose a real image to compare with"));
    m_made->setAccessibleName(tr("Preview"));
    m_real->setAccessibleName(tr("Real image"));
    showCaption();
}

} // namespace patina
