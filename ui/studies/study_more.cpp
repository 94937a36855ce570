#include "ui/studies/study_more.h"

#include "core/synthesis/synthesis_spec.h"
#include "ui/look.h"
#include "ui/panels/path_field.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace patina {

namespace {

enum Keep { KeepReduce, KeepQuota };

constexpr int kUsualShare = 50;

} // namespace

StudyMore::StudyMore(const StudyExtras &extras, QWidget *parent)
    : QWidget(parent), m_head(new QToolButton(this)), m_body(new FormColumn(this))
{
    m_head->setObjectName(QStringLiteral("studyMore"));
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    createFields(extras);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_head);
    column->addWidget(m_body);
    connectFields();
    retranslateUi();
    m_head->setChecked(isChanged()); // what is not usual is not hidden
    showFields();
}

void StudyMore::createFields(const StudyExtras &extras)
{
    m_recipe = new PathField(PathField::Kind::FileToRead, QStringLiteral("studyRecipe"), this);
    m_recipe->line()->setText(extras.recipe);
    m_recipeLabel = m_body->addField(m_recipe);
    m_keep = new QComboBox(this);
    m_keep->addItems({QString(), QString()});
    m_keep->setCurrentIndex(extras.keepShare > 0 ? KeepQuota : KeepReduce);
    m_keepLabel = m_body->addField(m_keep, QStringLiteral("studyKeep"));
    m_share = new QSpinBox(this);
    m_share->setRange(1, kMostKeptPercent);
    m_share->setValue(extras.keepShare > 0 ? extras.keepShare : kUsualShare);
    m_shareLabel = m_body->addField(m_share, QStringLiteral("studyKeepShare"));
    m_scale = new QSpinBox(this);
    m_scale->setRange(1, 100);
    m_scale->setSingleStep(5);
    m_scale->setValue(static_cast<int>(std::lround(100.0 * extras.scale)));
    m_scaleLabel = m_body->addField(m_scale, QStringLiteral("studyScale"));
    m_firstSeed = new QSpinBox(this);
    m_firstSeed->setRange(0, kLargestFirstSeed);
    m_firstSeed->setValue(extras.firstSeed);
    m_firstSeedLabel = m_body->addField(m_firstSeed, QStringLiteral("studyFirstSeed"));
    m_cache = new PathField(PathField::Kind::Folder, QStringLiteral("studyCache"), this);
    m_cache->line()->setText(extras.cache);
    m_cacheLabel = m_body->addField(m_cache);
}

void StudyMore::connectFields()
{
    connect(m_head, &QToolButton::toggled, this, &StudyMore::showFields);
    connect(m_recipe, &PathField::edited, this, &StudyMore::edited);
    connect(m_cache, &PathField::edited, this, &StudyMore::edited);
    connect(m_keep, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        emit edited();
    });
    connect(m_share, &QSpinBox::valueChanged, this, &StudyMore::edited);
    connect(m_scale, &QSpinBox::valueChanged, this, &StudyMore::edited);
    connect(m_firstSeed, &QSpinBox::valueChanged, this, &StudyMore::edited);
}

StudyExtras StudyMore::extras() const
{
    return {m_recipe->line()->text(), m_keep->currentIndex() == KeepQuota ? m_share->value() : 0,
            m_scale->value() / 100.0, m_firstSeed->value(), m_cache->line()->text()};
}

bool StudyMore::isChanged() const
{
    return !(extras() == StudyExtras());
}

void StudyMore::put(StudyOrder &order) const
{
    if (hasRealImages(m_kind)) {
        order.recipe = m_recipe->path();
        if (m_keep->currentIndex() == KeepQuota)
            order.sizes.keep = {KeepPolicy::Quota, m_share->value()};
    }
    order.scale = m_scale->value() / 100.0;
    order.firstSeed = m_firstSeed->value();
    order.featureCache = m_cache->path();
}

void StudyMore::setKind(StudyKind kind)
{
    m_kind = kind;
    retranslateUi();
    showFields();
}

QString StudyMore::problem() const
{
    std::error_code ec;
    const std::filesystem::path recipe = m_recipe->path();
    if (hasRealImages(m_kind) && !recipe.empty()) {
        if (!std::filesystem::is_regular_file(recipe, ec))
            return tr("There is no file %1.").arg(QString::fromStdString(recipe.string()));
        if (const auto spec = readSpec(recipe); !spec)
            return tr("The recipe cannot be used. %1").arg(Text::windowError(spec.error()));
    }
    const std::filesystem::path cache = m_cache->path();
    if (!cache.empty() && std::filesystem::exists(cache, ec) && !std::filesystem::is_directory(cache, ec))
        return tr("Features need a folder, and this is a file.");
    return {};
}

/// Fields that another study has are out of sight; what stands in them stays.
void StudyMore::showFields()
{
    const bool open = m_head->isChecked();
    m_head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
    m_body->setFieldVisible(m_recipe, hasRealImages(m_kind));
    m_body->setFieldVisible(m_keep, hasRealImages(m_kind));
    m_body->setFieldVisible(m_share, hasRealImages(m_kind) && m_keep->currentIndex() == KeepQuota);
}

void StudyMore::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StudyMore::retranslateUi()
{
    using Form = FormColumn;
    const bool transfer = m_kind == StudyKind::Transfer;
    m_head->setText(tr("More"));
    m_head->setToolTip(tr("Recipe of made parts, what is kept, reduced images, seeds, features"));
    Form::say(m_recipeLabel, tr("Recipe"),
              transfer ? tr("A specification of synthetic parts: they are made like the images of the first data set, "
                            "then a real one, anew for every seed; empty: that data set itself")
                       : tr("A specification of synthetic parts: they are made like the n real ones after it; empty: "
                            "their photos, taken once more"));
    m_recipe->setWords(tr("Recipe"), tr("Specifications (*.json);;All files (*)"),
                       transfer ? tr("none") : tr("photos, taken once more"));
    Form::say(m_keepLabel, tr("Synthetic rows"), tr("What becomes of them while real images are learnt"));
    m_keep->setItemText(KeepReduce, tr("compete with new ones"));
    m_keep->setItemText(KeepQuota, tr("a share of them stays"));
    Form::say(m_shareLabel, tr("Their share"), tr("Of the rows of the bank"));
    for (QSpinBox *field : {m_share, m_scale})
        field->setSuffix(tr(" %"));
    Form::say(m_scaleLabel, tr("Size of images"),
              tr("Images are reduced to this share of their sides: faster, coarser"));
    Form::say(m_firstSeedLabel, tr("First seed"),
              tr("The seeds are this number and those after it: others give a second, independent study"));
    Form::say(m_cacheLabel, tr("Features"),
              tr("A folder for features: with it the backbone looks at every image once for all runs"));
    m_cache->setWords(tr("Folder for features"), {}, tr("not kept"));
}

} // namespace patina
