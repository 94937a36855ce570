#include "core/coreset/coreset_builder.h"
#include "ui/panels/path_field.h"
#include "ui/studies/study_form.h"
#include "ui/studies/study_more.h"
#include "ui/studies/study_words.h"

#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>
#include <optional>
#include <string_view>

namespace patina {

namespace {

namespace fs = std::filesystem;

constexpr qint64 kLargestInputs = 1 << 20;

/// Whether a path is a folder or lies below it.
bool liesIn(const fs::path &path, const fs::path &folder)
{
    std::error_code ec;
    const fs::path inner = fs::weakly_canonical(path, ec);
    const fs::path outer = fs::weakly_canonical(folder, ec);
    if (ec || outer.empty())
        return false;
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// Of the study that a folder of results belongs to; none: of none, or of one of an earlier version of the program.
std::optional<StudyKind> kindIn(const fs::path &out)
{
    QFile file(QString::fromStdString((out / "inputs.json").string()));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestInputs)
        return std::nullopt;
    const QByteArray name =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("study")).toString().toUtf8();
    const auto found = std::ranges::find(kStudyKindNames, std::string_view(name.constData()));
    return found == kStudyKindNames.end() ? std::nullopt
                                          : std::optional(static_cast<StudyKind>(found - kStudyKindNames.begin()));
}

/// The last two names of a path: the beginning is what folders have in common, and a field has little room.
QString ending(const fs::path &path)
{
    const fs::path whole = path.lexically_normal();
    const fs::path own = whole.has_filename() ? whole : whole.parent_path();
    return QString::fromStdString((own.parent_path().filename() / own.filename()).string());
}

QString number(qlonglong value)
{
    return QLocale().toString(value);
}

} // namespace

QString StudyForm::problem() const
{
    if (const QString text = folderProblem(); !text.isEmpty())
        return text;
    if (!m_known)
        return tr("Looking for installed backbones...");
    if (m_backbone->count() == 0)
        return tr("No backbone is installed: install one on the page of training.");
    if (const QString text = sizesProblem(); !text.isEmpty())
        return text;
    if (const QString text = outProblem(); !text.isEmpty())
        return text;
    return m_more->problem();
}

QString StudyForm::folderProblem() const
{
    for (std::size_t i = 0; i < foldersOf(kind()); ++i) {
        const fs::path path = folder(i);
        std::error_code ec;
        if (path.empty())
            return tr("Choose a folder: %1.").arg(StudyWords::folder(kind(), i));
        if (!fs::is_directory(path, ec))
            return tr("There is no folder %1.").arg(QString::fromStdString(path.string()));
    }
    return {};
}

QString StudyForm::sizesProblem() const
{
    if (hasRealImages(kind()) && !studyNumbers(m_realImages->text(), 0, kMostStudyImages))
        return tr("Numbers of real images are whole numbers up to %1 with commas between them; 0 stands for all.")
            .arg(number(kMostStudyImages));
    if (kind() == StudyKind::BankSize && !studyNumbers(m_bankSizes->text(), 1, largestBankSize))
        return tr("Sizes of the bank are whole numbers from 1 to %1 with commas between them.")
            .arg(number(largestBankSize));
    return {};
}

QString StudyForm::outProblem() const
{
    const fs::path out = m_out->path();
    std::error_code ec;
    if (out.empty())
        return tr("Say which folder the results go to.");
    if (fs::exists(out, ec) && !fs::is_directory(out, ec))
        return tr("The results need a folder, and this is a file.");
    if (const auto there = kindIn(out); there && *there != kind())
        return tr("Another study is there (%1), and its report would be lost: choose another folder.")
            .arg(StudyWords::kind(*there));
    for (std::size_t i = 0; i < foldersOf(kind()); ++i)
        if (liesIn(out, folder(i)))
            return tr("The results would lie among the images of a data set: choose another folder.");
    return {};
}

void StudyForm::showOutNote()
{
    const fs::path out = m_out->path();
    std::error_code ec;
    QString text;
    if (const auto there = kindIn(out); there && *there != kind())
        text.clear(); // is refused
    else if (!out.empty() && fs::is_directory(out / "runs", ec))
        text = tr("A study is there already: it goes on, and runs that are the same are not made again.");
    else if (!out.empty() && fs::is_directory(out, ec) && !fs::is_empty(out, ec))
        text = tr("This folder holds other files: they stay, and the study's own come to lie beside them.");
    setNote(m_outNote, text);
}

void StudyForm::retranslateUi()
{
    const StudyKind now = kind();
    m_title->setText(tr("Study"));
    say(m_kindLabel, tr("Question"), StudyWords::question(now));
    for (int i = 0; i < kStudyKinds; ++i)
        m_kind->setItemText(i, StudyWords::kind(static_cast<StudyKind>(i)));
    setNote(m_question, StudyWords::question(now));
    for (std::size_t i = 0; i < m_datasets.size(); ++i) {
        const DatasetFields &fields = m_datasets[i];
        const QString name = StudyWords::folder(now, i);
        const fs::path usual = usualFolder(i);
        say(fields.label, name, tr("A data set with training and test images"));
        fields.folder->setWords(name, {}, usual.empty() ? tr("Folder") : tr("%1, which is open").arg(ending(usual)));
        fields.folder->line()->setToolTip(usual.empty() ? QString() : QString::fromStdString(usual.string()));
        say(fields.groupsLabel, tr("What stays together"),
            tr("A regular expression whose parenthesis matches the part or batch in an image's path, or a CSV file "
               "image,group; empty: as the data set says, else each image for itself"));
        fields.groups->setPlaceholderText(tr("as the data set says"));
    }
    retranslateSizes();
    showOutNote();
}

void StudyForm::retranslateSizes()
{
    say(m_backboneLabel, tr("Backbone"), tr("The network that features are computed by"));
    say(m_bankSizeLabel, tr("Bank, rows"), tr("Of the bank of every arm"));
    say(m_bankSizesLabel, tr("Banks, rows"), tr("Sizes of banks with commas between them, one arm for each"));
    say(m_realImagesLabel, tr("Real images"),
        tr("Numbers of real training images with commas between them; 0 stands for all"));
    m_realImagesNote->setText(tr("An arm for each number; 0 stands for all"));
    say(m_mostImagesLabel, tr("Training images, at most"), tr("All training images are no more than that many"));
    m_mostImages->setSpecialValueText(tr("all"));
    say(m_seedsLabel, tr("Seeds"),
        tr("Runs of every arm, each with other images drawn and another order: intervals are over them"));
    say(m_outLabel, tr("Results"),
        tr("Folder for models, runs and the report; a study that was cancelled goes on there"));
    m_out->setWords(tr("Folder for the results"), {}, tr("Folder"));
}

} // namespace patina
