#include "ui/synthesis/preview_view.h"

#include "ui/canvas/canvas.h"
#include "ui/look.h"
#include "ui/synthesis/synthesis_runner.h"
#include "ui/synthesis/synthesis_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr int kMostNumbers = 1'000'000;

QToolButton *tool(const char *name, const char *icon, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setIcon(themedIcon(QLatin1String(icon)));
    made->setAutoRaise(true);
    return made;
}

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

void SynthesisPreviewView::createBar()
{
    m_subject = new QComboBox(this);
    m_subject->setObjectName(QStringLiteral("synthesisSubject"));
    m_number = new QSpinBox(this);
    m_number->setObjectName(QStringLiteral("synthesisNumber"));
    m_number->setRange(1, kMostNumbers);
    m_stained = new QCheckBox(this);
    m_stained->setObjectName(QStringLiteral("synthesisStained"));
    m_stained->setChecked(true);
    m_fit = tool("synthesisFit", "fit", this);
    m_oneToOne = tool("synthesisOneToOne", "one-to-one", this);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_bar->setSpacing(kGrid);
    m_bar->addWidget(m_subject);
    m_bar->addWidget(m_number);
    m_bar->addWidget(m_stained);
    m_bar->addStretch(1);
    m_bar->addWidget(m_fit);
    m_bar->addWidget(m_oneToOne);
    connect(m_subject, &QComboBox::activated, this, &SynthesisPreviewView::subjectChanged);
    connect(m_number, &QSpinBox::valueChanged, this, &SynthesisPreviewView::subjectChanged);
    connect(m_stained, &QCheckBox::clicked, this, &SynthesisPreviewView::subjectChanged);
}

QWidget *SynthesisPreviewView::framed(Canvas *canvas, QWidget *caption)
{
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(canvas, 1);
    column->addWidget(caption);
    return frame;
}

void SynthesisPreviewView::createPictures()
{
    m_made = new Canvas(this);
    m_made->setObjectName(QStringLiteral("synthesisPreview"));
    m_made->setOutlinesVisible(true);
    m_real = new Canvas(this);
    m_real->setObjectName(QStringLiteral("synthesisReal"));
    auto *madeBar = new QWidget(this);
    m_madeCaption = new QLabel(madeBar);
    m_madeCaption->setObjectName(QStringLiteral("synthesisCaption"));
    m_legend = new QWidget(madeBar);
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(kGrid);
    auto *madeRow = new QHBoxLayout(madeBar);
    madeRow->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    madeRow->addWidget(m_madeCaption, 1);
    madeRow->addWidget(m_legend);
    auto *realBar = new QWidget(this);
    m_realCaption = new QLabel(realBar);
    m_realCaption->setObjectName(QStringLiteral("synthesisRealName"));
    m_useOpen = tool("synthesisUseOpen", "image", realBar);
    m_chooseFile = tool("synthesisChooseReal", "folder", realBar);
    auto *realRow = new QHBoxLayout(realBar);
    realRow->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    realRow->addWidget(m_realCaption, 1);
    realRow->addWidget(m_useOpen);
    realRow->addWidget(m_chooseFile);
    for (QLabel *caption : {m_madeCaption, m_realCaption}) {
        caption->setTextFormat(Qt::PlainText);
        caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // widens nothing
    }
    auto *pictures = new QSplitter(this);
    pictures->setChildrenCollapsible(false);
    pictures->addWidget(framed(m_made, madeBar));
    pictures->addWidget(framed(m_real, realBar));
    pictures->setSizes({600, 400});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(pictures, 1);
    connect(m_useOpen, &QToolButton::clicked, this, &SynthesisPreviewView::openImageWanted);
    connect(m_chooseFile, &QToolButton::clicked, this, &SynthesisPreviewView::realFileWanted);
}

void SynthesisPreviewView::connectCanvases()
{
    connect(m_made, &Canvas::viewChanged, this, [this] { follow(*m_made, *m_real); });
    connect(m_real, &Canvas::viewMoved, this, [this] { follow(*m_real, *m_made); });
    connect(m_made, &Canvas::viewChanged, this, &SynthesisPreviewView::moved);
    connect(m_made, &Canvas::stepRequested, this, &SynthesisPreviewView::step);
    connect(m_real, &Canvas::stepRequested, this, &SynthesisPreviewView::step);
    connect(m_fit, &QToolButton::clicked, m_made, &Canvas::fit);
    connect(m_oneToOne, &QToolButton::clicked, m_made, &Canvas::showOneToOne);
}

/// The same zoom; what lies in the middle of the one lies as far from the middle of its image as that of the other.
void SynthesisPreviewView::follow(const Canvas &leader, Canvas &follower)
{
    if (m_following || !leader.hasImage() || !follower.hasImage())
        return;
    const ViewTransform &from = leader.view();
    const ViewTransform &to = follower.view();
    const auto half = [](QSize size) { return QPointF(size.width(), size.height()) / 2.0; };
    const QPointF beside = from.toImage(half(from.viewport())) - half(from.imageSize());
    const QPointF middle = half(to.imageSize()) + beside;
    const QPointF offset = half(to.viewport()) - middle * from.scale();
    m_following = true;
    follower.follow(from.scale(), {std::round(offset.x()), std::round(offset.y())});
    m_following = false;
}

void SynthesisPreviewView::step(int by)
{
    m_number->setValue(m_number->value() + by);
}

bool SynthesisPreviewView::takeKey(int key)
{
    switch (key) {
    case Qt::Key_F:
        m_made->fit();
        return true;
    case Qt::Key_1:
        m_made->showOneToOne();
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
    m_stained->setEnabled(!spec.impurities.empty());
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
    return m_stained->isChecked() && m_stained->isEnabled();
}

void SynthesisPreviewView::setStained(bool stained)
{
    m_stained->setChecked(stained);
}

QRect SynthesisPreviewView::visibleArea() const
{
    return m_made->hasImage() ? m_made->visibleArea() : QRect();
}

void SynthesisPreviewView::show(const Previewed &previewed)
{
    m_exact = previewed.exact();
    m_picture = previewed.picture.image->size();
    m_marks = previewed.picture.marks;
    m_made->setImage(previewed.picture.image);
    if (m_real->hasImage())
        follow(*m_made, *m_real);
    fillLegend();
    showMarks();
    showCaption();
}

void SynthesisPreviewView::say(const QString &sentence)
{
    m_marks.clear();
    fillLegend();
    m_made->setImage(nullptr);
    m_made->setMessage(sentence);
    m_madeCaption->clear();
}

/// One box for each class that is seen: its colour, its name, whether it is outlined.
void SynthesisPreviewView::fillLegend()
{
    QStringList names;
    for (const PreviewMark &mark : m_marks)
        names << qt(mark.className);
    QStringList before;
    for (const QCheckBox *box : m_legendBoxes)
        before << box->property("class").toString();
    if (names == before)
        return;
    for (QCheckBox *box : std::exchange(m_legendBoxes, {}))
        box->deleteLater();
    for (const PreviewMark &mark : m_marks) {
        auto *box = new QCheckBox(m_legend);
        const QString name = qt(mark.className);
        box->setObjectName(QStringLiteral("outline_") + name);
        box->setProperty("class", name);
        QPixmap colour(kGrid + 2, kGrid + 2);
        colour.fill(mark.mark.colour);
        box->setIcon(colour);
        box->setText(SynthesisWords::model(mark.className));
        box->setChecked(!m_hidden.contains(name));
        m_legend->layout()->addWidget(box);
        m_legendBoxes.push_back(box);
        connect(box, &QCheckBox::toggled, this, [this, name](bool on) {
            on ? void(m_hidden.remove(name)) : void(m_hidden.insert(name));
            showMarks();
        });
    }
}

void SynthesisPreviewView::showMarks()
{
    std::vector<CanvasMark> shown;
    for (const PreviewMark &mark : m_marks)
        if (!m_hidden.contains(qt(mark.className)))
            shown.push_back(mark.mark);
    m_made->setMarks(std::move(shown));
}

void SynthesisPreviewView::setReal(std::shared_ptr<const DisplayImage> image, const QString &name)
{
    m_realName = name;
    m_real->setImage(std::move(image));
    follow(*m_made, *m_real);
    showCaption();
}

void SynthesisPreviewView::sayReal(const QString &sentence)
{
    m_realName.clear();
    m_real->setImage(nullptr);
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
    }
    m_madeCaption->setText(parts.join(QStringLiteral(", ")));
    m_realCaption->setText(m_realName);
}

void SynthesisPreviewView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (QCheckBox *box : m_legendBoxes)
            box->setText(SynthesisWords::model(box->property("class").toString().toStdString()));
        retranslateUi();
    }
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
    say(m_fit, tr("Show the whole image (F)"));
    say(m_oneToOne, tr("One image pixel per screen pixel (1)"));
    say(m_useOpen, tr("Compare with the image that is open"));
    say(m_chooseFile, tr("Choose a real image to compare with"));
    m_made->setAccessibleName(tr("Preview"));
    m_real->setAccessibleName(tr("Real image"));
    showCaption();
}

} // namespace patina
