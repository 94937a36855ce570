#include "ui/dialogs/about_dialog.h"

#include "ui/look.h"
#include "ui/session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSysInfo>
#include <QVBoxLayout>

namespace patina {

AboutFacts aboutFacts(const Session &session)
{
    AboutFacts facts{{QStringLiteral("Patina"), QCoreApplication::applicationVersion()},
                     {QStringLiteral("Qt"), QLatin1String(qVersion())}};
    for (const LibraryVersion &library : session.engine()->libraries())
        facts.append({QString::fromStdString(library.name), QString::fromStdString(library.version)});
    facts.append({AboutDialog::tr("System"),
                  QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())});
    const Document &document = session.document();
    if (!document.hasModel())
        return facts;
    const ModelInfo &model = document.model();
    const auto add = [&facts](const QString &label, const std::string &value) {
        if (!value.empty())
            facts.append({label, QString::fromStdString(value)});
    };
    facts.append({AboutDialog::tr("Model"), QFileInfo(document.modelPath()).fileName()});
    add(AboutDialog::tr("Hash of the model"), model.hash);
    add(AboutDialog::tr("Hash of its bank"), model.bankSha256);
    add(AboutDialog::tr("Backbone"), model.backboneName);
    add(AboutDialog::tr("Hash of the backbone"), model.backboneSha256);
    add(AboutDialog::tr("Trained"), model.createdUtc);
    return facts;
}

AboutDialog::AboutDialog(const AboutFacts &facts, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Patina"));
    auto *symbol = new QLabel(this);
    symbol->setPixmap(QIcon(QStringLiteral(":/icons/patina.svg")).pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *name = new QLabel(QStringLiteral("Patina"), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    name->setFont(large);
    auto *purpose =
        new QLabel(tr("Visual surface inspection: trained on good parts only, it shows what is not as usual."), this);
    purpose->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(purpose);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(symbol);
    head->addLayout(words, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    QPushButton *copy = buttons->addButton(tr("Co&py"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("aboutCopy"));
    copy->setAutoDefault(false);
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    connect(copy, &QPushButton::clicked, this, [facts] {
        QStringList lines;
        for (const auto &[label, value] : facts)
            lines << QStringLiteral("%1: %2").arg(label, value);
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(head);
    column->addWidget(createFacts(facts), 1);
    column->addWidget(buttons);
}

QWidget *AboutDialog::createFacts(const AboutFacts &facts)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(1, 1);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (int i = 0; i < facts.size(); ++i) {
        auto *label = new QLabel(facts[i].first, box);
        label->setForegroundRole(QPalette::PlaceholderText);
        QString shown = facts[i].second;
        if (shown.size() == 64) // a SHA-256, in two lines
            shown.insert(32, QLatin1Char('\n'));
        auto *value = new QLabel(shown, box);
        value->setTextFormat(Qt::PlainText); // names of files are not markup
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(facts[i].first, facts[i].second));
        if (facts[i].second.size() == 64)
            value->setFont(fixed);
        grid->addWidget(label, i, 0, Qt::AlignTop);
        grid->addWidget(value, i, 1);
    }
    return box;
}

} // namespace patina
