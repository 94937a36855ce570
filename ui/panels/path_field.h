#pragma once

#include <QWidget>

#include <filesystem>

class QLineEdit;
class QToolButton;

namespace patina {

/// A path that can be typed or chosen.
class PathField : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Folder, FileToRead, FileToWrite };

    /// \param name of the line; its button is called nameBrowse.
    PathField(Kind kind, const QString &name, QWidget *parent = nullptr);

    std::filesystem::path path() const;
    /// Does not tell of it.
    void setPath(const std::filesystem::path &path);
    /// Said by the window: title of the dialog, its filter of files, and what stands where nothing is chosen.
    void setWords(const QString &title, const QString &filter, const QString &placeholder);
    QLineEdit *line() const { return m_line; }

signals:
    /// By the user.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void retranslateUi();

    Kind m_kind;
    QString m_title;
    QString m_filter;
    QLineEdit *m_line = nullptr;
    QToolButton *m_browse = nullptr;
};

} // namespace patina
