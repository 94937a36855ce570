#include "ui/panels/bank_origin_view.h"

#include "ui/look.h"
#include "ui/models/bank_rows_model.h"
#include "ui/session.h"
#include "ui/text/model_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace patina {

BankOriginView::BankOriginView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_rows(new BankRowsModel(this)), m_tree(new QTreeView(this)),
      m_summary(new QLabel(this))
{
    m_tree->setObjectName(QStringLiteral("bankRows"));
    m_tree->setModel(m_rows);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setResizeContentsPrecision(100); // rows that are measured
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_summary->setObjectName(QStringLiteral("bankSummary"));
    m_summary->setWordWrap(true);
    setFocusProxy(m_tree);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const QString image = index.data(BankRowsModel::ImageRole).toString(); !image.isEmpty())
            emit imageChosen(index.data(BankRowsModel::DatasetRole).toString(), image);
    });
    retranslateUi();
}

void BankOriginView::showModel()
{
    const auto scorer = m_session->scorer();
    const std::string hash = scorer ? scorer->model().hash : std::string();
    if (hash == m_shown)
        return;
    m_shown = hash;
    m_rows->setBank(scorer ? scorer->model() : ModelInfo{},
                    scorer ? scorer->rowsOfImages() : std::vector<std::int64_t>());
    if (m_rows->rowCount() == 1)
        m_tree->expand(m_rows->index(0, 0));
    showSummary();
}

void BankOriginView::showSummary()
{
    const auto scorer = m_session->scorer();
    if (!scorer)
        return m_summary->setText(tr("Open a model, or train one, to see what its bank is made of."));
    if (m_rows->rowCount() == 0)
        return m_summary->setText(tr("The model does not say which image its patches are from."));
    const ModelInfo &info = scorer->model();
    m_summary->setText(
        tr("%1 rows of %2 values each, from %3 patches of %n images.", nullptr, static_cast<int>(info.figures.images))
            .arg(ModelWords::count(info.bankRows), ModelWords::count(info.bankDim),
                 ModelWords::count(info.figures.patches)));
}

void BankOriginView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void BankOriginView::retranslateUi()
{
    m_tree->setAccessibleName(tr("Rows of the bank by origin"));
    m_shown.clear(); // numbers are written in another way, too
    showModel();
    showSummary();
}

} // namespace patina
