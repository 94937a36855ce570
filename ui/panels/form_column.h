#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;

namespace patina {

/// Fields with their names, one under another; where there is little room a name stands above its field.
class FormColumn : public QWidget
{
    Q_OBJECT
public:
    explicit FormColumn(QWidget *parent = nullptr);

    QLabel *addTitle();
    /// \param name of the field as an object; empty: it has one.
    QLabel *addField(QWidget *field, const QString &name = {});
    void addWide(QWidget *widget);
    void setFieldVisible(QWidget *field, bool visible);
    /// A small text under a field, hidden while it is empty.
    static QLabel *makeNote(const QString &name, QWidget *parent);
    static void setNote(QLabel *note, const QString &text);

    /// Says a field's name, for those who listen, too, and what it is for.
    static void say(QLabel *label, const QString &text, const QString &tip = {});

signals:
    /// By the user.
    void edited();

protected:
    /// The wheel scrolls the page, unless a field has the focus: nothing is changed by the way.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QFormLayout *m_form = nullptr;
};

} // namespace patina
