#include "ui/synthesis/replace_question.h"

#include <QMessageBox>
#include <QPushButton>

namespace patina {

void askToReplace(QWidget *parent, const ReplaceQuestion &question, const std::function<void()> &then)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, question.title, question.text, QMessageBox::Cancel, parent->window());
    box->setObjectName(QStringLiteral("replaceQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    auto *yes = box->addButton(question.yes, QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("replaceAccept"));
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(box, &QDialog::finished, parent, [box, yes, then] {
        if (box->clickedButton() == yes)
            then();
    });
    box->open();
}

} // namespace patina
