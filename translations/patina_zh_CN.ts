<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Text</name>
    <message>
        <source>Not found: %1.</source>
        <translation>未找到：%1。</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>Damaged, or not of the expected format: %1.</source>
        <translation>文件损坏，或格式不符：%1。</translation>
    </message>
    <message>
        <source>Not supported: %1.</source>
        <translation>不支持：%1。</translation>
    </message>
    <message>
        <source>Value not allowed: %1.</source>
        <translation>数值不允许：%1。</translation>
    </message>
    <message>
        <source>Sizes do not match: %1.</source>
        <translation>尺寸不一致：%1。</translation>
    </message>
    <message>
        <source>Written by another version: %1.</source>
        <translation>由其他版本写入：%1。</translation>
    </message>
    <message>
        <source>Contents do not match their checksum: %1.</source>
        <translation>内容与校验和不符：%1。</translation>
    </message>
    <message>
        <source>Too large: %1.</source>
        <translation>过大：%1。</translation>
    </message>
    <message>
        <source>Not enough memory: %1.</source>
        <translation>内存不足：%1。</translation>
    </message>
    <message>
        <source>Cannot be written: %1.</source>
        <translation>无法写入：%1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>意外错误：%1。</translation>
    </message>
    <message>
        <source>Listing images</source>
        <translation>正在列出图像</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Loading the image</source>
        <translation>正在加载图像</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>约剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>约剩 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1，y %2</translation>
    </message>
    <message>
        <source>RGB %1</source>
        <translation>RGB %1</translation>
    </message>
    <message>
        <source>Grey %1</source>
        <translation>灰度 %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>异常分数 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>无害</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>难以判定</translation>
    </message>
</context>
<context>
    <name>patina::Actions</name>
    <message>
        <source>&amp;Open folder...</source>
        <translation>打开文件夹(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of images or a data set</source>
        <translation>打开图像文件夹或数据集</translation>
    </message>
    <message>
        <source>Open &amp;model...</source>
        <translation>打开模型(&amp;M)...</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>打开训练好的模型</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit Patina</source>
        <translation>退出 Patina</translation>
    </message>
    <message>
        <source>Score &amp;all</source>
        <translation>全部评分(&amp;A)</translation>
    </message>
    <message>
        <source>Score every image that has no score yet</source>
        <translation>为所有尚未评分的图像评分</translation>
    </message>
    <message>
        <source>&amp;Score this</source>
        <translation>评分当前图像(&amp;S)</translation>
    </message>
    <message>
        <source>Score the image that is shown</source>
        <translation>为当前显示的图像评分</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>停止正在运行的任务</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>显示整幅图像</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>&amp;1:1</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>一个图像像素对应一个屏幕像素</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>热图(&amp;H)</translation>
    </message>
    <message>
        <source>Show the heatmap over the image</source>
        <translation>在图像上叠加显示热图</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>Show the outlines of regions at the review threshold</source>
        <translation>显示达到复核阈值的区域轮廓</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>下一张图像(&amp;N)</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>上一张图像(&amp;P)</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>&amp;About Patina</source>
        <translation>关于 Patina(&amp;A)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>关于 Patina</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>评分(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>新建项目(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a project of a folder: labels, decisions, journal</source>
        <translation>用文件夹建立项目：标注、判定、操作日志</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>打开项目(&amp;P)...</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>撤销上一次判定</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新做出该判定</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>下一区域(&amp;N)</translation>
    </message>
    <message>
        <source>The next region without a decision, then the next image</source>
        <translation>下一个未判定的区域，然后转到下一张图像</translation>
    </message>
    <message>
        <source>0  &amp;Harmless</source>
        <translation>0  无害(&amp;H)</translation>
    </message>
    <message>
        <source>Call the selected regions a harmless impurity</source>
        <translation>将所选区域判为无害脏污</translation>
    </message>
    <message>
        <source>A  A&amp;mbiguous</source>
        <translation>A  难以判定(&amp;M)</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>无法判断所选区域是什么</translation>
    </message>
    <message>
        <source>Del  &amp;False alarm</source>
        <translation>Del  误报(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing is there</source>
        <translation>此处没有异常</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>撤回判定(&amp;W)</translation>
    </message>
    <message>
        <source>Take the decision on the selected regions back</source>
        <translation>撤回对所选区域的判定</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复核(&amp;R)</translation>
    </message>
    <message>
        <source>Mer&amp;ge regions</source>
        <translation>合并区域(&amp;G)</translation>
    </message>
    <message>
        <source>Make one defect of the selected regions</source>
        <translation>将所选区域合为一处缺陷</translation>
    </message>
    <message>
        <source>Spl&amp;it region</source>
        <translation>拆分区域(&amp;I)</translation>
    </message>
    <message>
        <source>Make of the selected region the parts that it falls into at a higher threshold</source>
        <translation>将所选区域拆分为阈值更高时分开的各部分</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
</context>
<context>
    <name>patina::ClassController</name>
    <message>
        <source>New class</source>
        <translation>新建类别</translation>
    </message>
    <message>
        <source>Name of the defect that the selected regions are</source>
        <translation>所选区域的缺陷名称</translation>
    </message>
    <message>
        <source>The class was not made. %1</source>
        <translation>未能建立类别。%1</translation>
    </message>
    <message>
        <source>&amp;Classes...</source>
        <translation>类别(&amp;L)...</translation>
    </message>
    <message>
        <source>Names, kinds and keys of the classes</source>
        <translation>类别的名称、种类和按键</translation>
    </message>
    <message>
        <source>New c&amp;lass...</source>
        <translation>新建类别(&amp;C)...</translation>
    </message>
    <message>
        <source>Make a class for the selected regions (%1)</source>
        <translation>为所选区域建立类别 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::ClassDialog</name>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Harmless impurity</source>
        <translation>无害脏污</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>难以判定</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注数</translation>
    </message>
    <message>
        <source>Name of a new class, as &quot;scratch&quot;</source>
        <translation>新类别的名称，如“划痕”</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <source>What the new class is</source>
        <translation>新类别的种类</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Rename...</source>
        <translation>重命名(&amp;R)...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>%1 的种类</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>重命名类别</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>%1 的新名称</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
    <message>
        <source>Zone to ignore</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>检测区域 (ROI)</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多边形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>矩形(&amp;R)</translation>
    </message>
    <message>
        <source>Magic &amp;outline</source>
        <translation>智能轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>Select regions and pan</source>
        <translation>选择区域，平移图像</translation>
    </message>
    <message>
        <source>Paint what the model missed</source>
        <translation>涂出模型漏掉的部分</translation>
    </message>
    <message>
        <source>Take pixels out of labels</source>
        <translation>从标注中擦去像素</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes, Backspace takes the last one back</source>
        <translation>依次点击各顶点；双击或按 Enter 闭合，按 Backspace 撤回上一个顶点</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>拖动画出矩形</translation>
    </message>
    <message>
        <source>Press on a spot of the heatmap and drag away from it: the outline follows the score under the cursor</source>
        <translation>在热图的某一处按下并向外拖动：轮廓随光标处的异常分数变化</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>绘制(&amp;W)</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制的内容</translation>
    </message>
    <message>
        <source>Radi&amp;us</source>
        <translation>半径(&amp;U)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>画笔半径</translation>
    </message>
    <message>
        <source>Radius of the brush; [ and ] change it</source>
        <translation>画笔半径；用 [ 和 ] 更改</translation>
    </message>
    <message>
        <source>Snap to the heatmap</source>
        <translation>吸附到热图</translation>
    </message>
    <message>
        <source>Of what is drawn, keep what stands out in the heatmap (%1)</source>
        <translation>在绘制的部分中，只保留热图上突出的部分 (%1)</translation>
    </message>
    <message>
        <source>For all images</source>
        <translation>用于所有图像</translation>
    </message>
    <message>
        <source>The zone is for every image of the project</source>
        <translation>绘制的检测区域或忽略区域用于项目的所有图像</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
</context>
<context>
    <name>patina::DrawingController</name>
    <message>
        <source>A zone is drawn as a polygon or a rectangle.</source>
        <translation>检测区域和忽略区域用多边形或矩形绘制。</translation>
    </message>
    <message>
        <source>What was drawn was not kept. %1</source>
        <translation>绘制的内容未能保存。%1</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zones...</source>
        <translation>检测和忽略区域(&amp;Z)...</translation>
    </message>
    <message>
        <source>Regions of interest and zones to ignore of this project</source>
        <translation>本项目的检测区域 (ROI) 和忽略区域</translation>
    </message>
</context>
<context>
    <name>patina::EmptyPage</name>
    <message>
        <source>No images yet</source>
        <translation>还没有图像</translation>
    </message>
    <message>
        <source>Open a folder of part images (PNG, JPEG, BMP, TIFF), or a data set with train and test folders. Then open a model to see what it flags.</source>
        <translation>请打开零件图像的文件夹（PNG、JPEG、BMP、TIFF），或含 train 和 test 文件夹的数据集。然后打开模型，查看它标出的区域。</translation>
    </message>
    <message>
        <source>Open a folder of part images (%1)</source>
        <translation>打开零件图像文件夹 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::HeatPanel</name>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>O&amp;pacity</source>
        <translation>不透明度(&amp;P)</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>热图的配色</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>热图的不透明度</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Score this image</source>
        <translation>为此图像评分</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>为所有图像评分</translation>
    </message>
    <message>
        <source>Open a model to see what it flags.</source>
        <translation>打开模型，查看它标出的区域。</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>此图像尚未评分。</translation>
    </message>
    <message>
        <source>The heatmap is on its way.</source>
        <translation>正在生成热图。</translation>
    </message>
    <message>
        <source>This image was not scored.</source>
        <translation>此图像未能评分。</translation>
    </message>
</context>
<context>
    <name>patina::ImageDelegate</name>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件缺失</translation>
    </message>
</context>
<context>
    <name>patina::ImageListModel</name>
    <message>
        <source>%1: not scored</source>
        <translation>%1：未评分</translation>
    </message>
    <message>
        <source>%1: score %2, %3</source>
        <translation>%1：异常分数 %2，%3</translation>
    </message>
    <message>
        <source>%1: score %2, no verdict (the model is not calibrated)</source>
        <translation>%1：异常分数 %2，无结论（模型未校准）</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1：失败。%2</translation>
    </message>
    <message>
        <source>%1; reviewed</source>
        <translation>%1；已复核</translation>
    </message>
    <message>
        <source>%1: the file is missing</source>
        <translation>%1：文件缺失</translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message>
        <source>No folder is open.</source>
        <translation>未打开文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 scored</source>
        <translation>%1 张已评分</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 张失败</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 张</translation>
    </message>
    <message>
        <source>Part of the name or folder</source>
        <translation>名称或文件夹的一部分</translation>
    </message>
    <message>
        <source>Which images are listed</source>
        <translation>列出哪些图像</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>图像的排序</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>被标出</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>按文件夹顺序</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>异常分数从高到低</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>最不确定的在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>子集：%1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>Split or class</source>
        <translation>子集或类别</translation>
    </message>
    <message>
        <source>Only images of a split or class</source>
        <translation>只列出某个子集或类别的图像</translation>
    </message>
    <message>
        <source>One line for each image</source>
        <translation>每张图像一行</translation>
    </message>
    <message>
        <source>One line for each image, without thumbnails</source>
        <translation>每张图像一行，不显示缩略图</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
</context>
<context>
    <name>patina::JobBar</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop what runs (Shift+Esc); scores that are there stay</source>
        <translation>停止正在运行的任务 (Shift+Esc)；已有的分数会保留</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>取消正在运行的任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>patina::LegendBar</name>
    <message>
        <source>Review %1</source>
        <translation>复核 %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>拒收 %1</translation>
    </message>
    <message>
        <source>Score scale; scores below the handle are not shown</source>
        <translation>异常分数标尺；低于滑块的分数不显示</translation>
    </message>
    <message>
        <source>Colours of the scores. Drag the handle: scores below it are not shown.</source>
        <translation>异常分数的配色。拖动滑块：低于它的分数不显示。</translation>
    </message>
</context>
<context>
    <name>patina::MainWindow</name>
    <message>
        <source>Loading %1...</source>
        <translation>正在加载 %1...</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Screen pixels per image pixel</source>
        <translation>每个图像像素对应的屏幕像素</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina 模型 (*.patina);;所有文件 (*)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>关于 Patina</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;Visual surface inspection: trained on good parts only, it shows what is not as usual.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;表面外观检测：仅用良品训练，标出与正常外观不同之处。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>New project: folder of its images</source>
        <translation>新建项目：图像所在的文件夹</translation>
    </message>
    <message>
        <source>New project: file to make</source>
        <translation>新建项目：要建立的文件</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj)</source>
        <translation>Patina 项目 (*.patinaproj)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina 项目 (*.patinaproj);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Every image that is flagged has been reviewed.</source>
        <translation>所有被标出的图像均已复核。</translation>
    </message>
</context>
<context>
    <name>patina::MessageStrip</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>patina::RegionListModel</name>
    <message>
        <source>not decided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>面积 (px)</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message>
        <source>The decision was not kept. %1</source>
        <translation>判定未能保存。%1</translation>
    </message>
    <message>
        <source>Call the selected regions %1 (%2)</source>
        <translation>将所选区域判为 %1 (%2)</translation>
    </message>
    <message>
        <source>Nothing is flagged here, or the image is not scored yet.</source>
        <translation>此处没有标出的区域，或图像尚未评分。</translation>
    </message>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>标出了 %n 个区域。要判定它们是什么，请用该文件夹建立项目。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%n 个区域中已判定 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>%n 张被标出的图像中已复核 %1 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message>
        <source>The folder %1 was not opened. %2</source>
        <translation>未能打开文件夹 %1。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>文件夹中发现 %n 个问题；第一个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 was not opened. %2</source>
        <translation>未能打开模型 %1。%2</translation>
    </message>
    <message>
        <source>The model is not calibrated: it gives scores, but no verdicts.</source>
        <translation>模型未校准：只给出异常分数，不给出结论。</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>无法显示 %1。%2</translation>
    </message>
    <message>
        <source>The heatmap cannot be shown. %1</source>
        <translation>无法显示热图。%1</translation>
    </message>
    <message>
        <source>All images are scored.</source>
        <translation>所有图像均已评分。</translation>
    </message>
    <message>
        <source>%1 was not scored. %2</source>
        <translation>%1 未能评分。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n 张图像未能评分；已在列表中标明。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring was cancelled; %1 of %2 images are done.</source>
        <translation>评分已取消；%2 张图像中已完成 %1 张。</translation>
    </message>
    <message>
        <source>The project %1 was not opened. %2</source>
        <translation>未能打开项目 %1。%2</translation>
    </message>
    <message>
        <source>The project is open already.</source>
        <translation>该项目已经打开。</translation>
    </message>
    <message>
        <source>The project can be read only: %1.</source>
        <translation>项目只能读取：%1。</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>未能撤销。%1</translation>
    </message>
    <message>
        <source>It was not made again. %1</source>
        <translation>未能重做。%1</translation>
    </message>
    <message>
        <source>That the image is done was not kept. %1</source>
        <translation>未能保存“图像已完成”。%1</translation>
    </message>
    <message>
        <source>The thresholds were not kept. %1</source>
        <translation>阈值未能保存。%1</translation>
    </message>
</context>
<context>
    <name>patina::ThresholdBar</name>
    <message>
        <source>%1 OK, %2 to review, %3 NG</source>
        <translation>%1 张 OK，%2 张待复核，%3 张 NG</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒收(&amp;J)</translation>
    </message>
    <message>
        <source>Review threshold</source>
        <translation>复核阈值</translation>
    </message>
    <message>
        <source>Reject threshold</source>
        <translation>拒收阈值</translation>
    </message>
    <message>
        <source>From this score on a person looks</source>
        <translation>达到此分数时由人复核</translation>
    </message>
    <message>
        <source>From this score on a part is NG</source>
        <translation>达到此分数的零件为 NG</translation>
    </message>
    <message>
        <source>Thresholds over the scores of the images</source>
        <translation>图像异常分数分布上的阈值</translation>
    </message>
    <message>
        <source>Scores of all images; drag the review and the reject threshold</source>
        <translation>所有图像的异常分数；可拖动复核阈值和拒收阈值</translation>
    </message>
    <message>
        <source>Back to the thresholds that the model was calibrated to</source>
        <translation>恢复为模型校准时的阈值</translation>
    </message>
</context>
<context>
    <name>patina::ZoneDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>检测和忽略区域</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>忽略区域内的内容不计入。有检测区域 (ROI) 时，只计入其中任一区域内的内容。两种区域都用多边形或矩形绘制。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>顶点数</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>检测区域 (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>所有图像</translation>
    </message>
</context>
</TS>
