#pragma once

#include "ui/synthesis/synthesis_preview.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QCheckBox;

namespace patina {

/// One box for each class that a preview shows: its colour, its name, whether it is outlined.
class PreviewLegend : public QWidget
{
    Q_OBJECT
public:
    /// \param after what the tabulator key comes from: boxes come and go.
    explicit PreviewLegend(QWidget *after, QWidget *parent = nullptr);

    void setMarks(std::vector<PreviewMark> marks);
    /// All of them, or none where all are outlined.
    void toggleAll();
    /// Those of the classes that are outlined.
    std::vector<CanvasMark> shown() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addBox(const PreviewMark &mark);

    QWidget *m_after = nullptr;
    std::vector<PreviewMark> m_marks;
    std::vector<QCheckBox *> m_boxes;
    QSet<QString> m_hidden; ///< classes without outlines
};

} // namespace patina
