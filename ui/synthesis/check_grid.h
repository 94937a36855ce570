#pragma once

#include <QWidget>

#include <string>
#include <string_view>
#include <vector>

class QCheckBox;
class QLabel;

namespace patina {

/// Models that can be chosen, any number of them, in the order of the catalogue.
class CheckGrid : public QWidget
{
    Q_OBJECT
public:
    /// \param prefix of the boxes' object names: prefix_name; the note is prefixNote.
    CheckGrid(const QString &prefix, const std::vector<std::string_view> &names, int columns,
              QWidget *parent = nullptr);

    /// Does not tell of it.
    void setChosen(const std::vector<std::string> &names);
    std::vector<std::string> chosen() const;
    void retranslate();
    QWidget *first() const;
    /// Under the boxes; empty: nothing.
    void setNote(const QString &sentence);

signals:
    /// By the user.
    void edited();

private:
    std::vector<std::string> m_names;
    std::vector<QCheckBox *> m_boxes;
    QLabel *m_note = nullptr;
};

} // namespace patina
