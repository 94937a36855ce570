#pragma once

#include <QDialog>
#include <QList>
#include <QPair>

namespace patina {

class Session;

/// What the program consists of and what it works with: label and value. What a report of a fault has to name.
using AboutFacts = QList<QPair<QString, QString>>;
AboutFacts aboutFacts(const Session &session);

/// Versions, and name and hashes of the open model, to be copied.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const AboutFacts &facts, QWidget *parent = nullptr);

private:
    QWidget *createFacts(const AboutFacts &facts);
};

} // namespace patina
