<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgreementWords</name>
    <message>
        <source>Regions that both decided: %1. %2 alone: %3. %4 alone: %5.</source>
        <translation>双方都判定的区域：%1。仅 %2：%3。仅 %4：%5。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa over classes: %1</source>
        <translation>按类别的 Cohen&apos;s kappa：%1</translation>
    </message>
    <message>
        <source>Over defect, impurity, ambiguous, nothing: %1</source>
        <translation>按缺陷、脏污、难以判定、无异常：%1</translation>
    </message>
    <message>
        <source>%1 of %2 agree.</source>
        <translation>%2 个中 %1 个一致。</translation>
    </message>
    <message>
        <source>none, as no region was decided by both.</source>
        <translation>无，因为没有双方都判定过的区域。</translation>
    </message>
    <message>
        <source>none, as both used one category only: chance alone makes them agree. %1</source>
        <translation>无，因为双方都只用了一个类别：仅凭偶然就会一致。%1</translation>
    </message>
    <message>
        <source>%1, without an interval (the formula for large samples gives none here). %2</source>
        <translation>%1，无区间（大样本公式在此得不出区间）。%2</translation>
    </message>
    <message>
        <source>%1 (95 %: %2 to %3). %4</source>
        <translation>%1（95 %：%2 至 %3）。%4</translation>
    </message>
</context>
<context>
    <name>ChartNumbers</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>Image AUROC</source>
        <translation>图像 AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>图像 AP</translation>
    </message>
    <message>
        <source>Largest F1 of images</source>
        <translation>图像最大 F1</translation>
    </message>
    <message>
        <source>Good parts passed where %1 % of the bad ones are</source>
        <translation>不良品放行 %1 % 时放行的良品</translation>
    </message>
    <message>
        <source>Bad parts stopped where %1 % of the good ones are</source>
        <translation>良品拦截 %1 % 时拦截的不良品</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>按复核阈值</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>按拒收阈值</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill), %1</source>
        <translation>被标记的良品（过杀），%1</translation>
    </message>
    <message>
        <source>False regions per good part, %1</source>
        <translation>每个良品的误报区域，%1</translation>
    </message>
    <message>
        <source>%1 flagged, %2</source>
        <translation>%1 被标记，%2</translation>
    </message>
    <message>
        <source>all impurities</source>
        <translation>所有脏污</translation>
    </message>
    <message>
        <source>%1 found, %2</source>
        <translation>%1 检出，%2</translation>
    </message>
    <message>
        <source>all defects</source>
        <translation>所有缺陷</translation>
    </message>
    <message>
        <source>%1 found by an overlap of %2 %, %3</source>
        <translation>%1 按 %2 % 重叠检出，%3</translation>
    </message>
    <message>
        <source>The probability that a bad part scores above a good one</source>
        <translation>不良品得分高于良品的概率</translation>
    </message>
    <message>
        <source>Average precision: the mean precision over all recalls</source>
        <translation>平均精确率：对所有召回率取均值</translation>
    </message>
    <message>
        <source>At the threshold that is best on these very images</source>
        <translation>取在这些图像上最优的阈值</translation>
    </message>
    <message>
        <source>At a threshold chosen on these very images: what a model could do, not what it will do</source>
        <translation>阈值在这些图像上选取：仅表示模型可能达到的水平</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>No drift is shown: p %1 is not below %2.</source>
        <translation>未显示漂移：p %1 不低于 %2。</translation>
    </message>
    <message>
        <source>These good parts score higher than those that the score scale was made of: p %1 is below %2.</source>
        <translation>这些良品的得分高于建立分数刻度时的良品：p %1 低于 %2。</translation>
    </message>
    <message>
        <source>These good parts score lower than those that the score scale was made of: p %1 is below %2.</source>
        <translation>这些良品的得分低于建立分数刻度时的良品：p %1 低于 %2。</translation>
    </message>
    <message>
        <source>The scores of these good parts are spread otherwise than those that the score scale was made of: p %1 is below %2.</source>
        <translation>这些良品的得分分布与建立分数刻度时不同：p %1 低于 %2。</translation>
    </message>
    <message>
        <source>%1 The parts or the camera have changed; whether the parts are bad this does not say.</source>
        <translation>%1 零件或相机发生了变化；这并不说明零件是否不良。</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %3 中 %2</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review</source>
        <translation>复核阈值下被标记的良品为 %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at reject</source>
        <translation>拒收阈值下被标记的良品为 %1</translation>
    </message>
    <message>
        <source>%1 good parts are flagged at review, %2 at reject</source>
        <translation>被标记的良品在复核阈值下为 %1，在拒收阈值下为 %2</translation>
    </message>
    <message>
        <source>Recall is compared at unequal overkill: %1. Thresholds of each by the same rule make it comparable.</source>
        <translation>召回率是在不同的过杀下比较的：%1。各模型按同一规则设定阈值后才可比较。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2, 95 % interval %3)</source>
        <translation>%1（%2，95 % 区间 %3）</translation>
    </message>
    <message>
        <source>%1 differs from A in: %2.</source>
        <translation>%1 与 A 在以下方面不同：%2。</translation>
    </message>
    <message>
        <source>%1 is better than A in: %2.</source>
        <translation>%1 在以下方面优于 A：%2。</translation>
    </message>
    <message>
        <source>%1 is worse than A in: %2.</source>
        <translation>%1 在以下方面不如 A：%2。</translation>
    </message>
    <message>
        <source>No difference of %1 from A is shown in: %2.</source>
        <translation>以下方面未显示 %1 与 A 有差异：%2。</translation>
    </message>
</context>
<context>
    <name>EvaluationSeries</name>
    <message>
        <source>all defects</source>
        <translation>所有缺陷</translation>
    </message>
    <message>
        <source>good parts</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>good parts flagged</source>
        <translation>被标记的良品</translation>
    </message>
    <message>
        <source>at review</source>
        <translation>按复核阈值</translation>
    </message>
    <message>
        <source>at reject</source>
        <translation>按拒收阈值</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 至 %2 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>count as defects</source>
        <translation>按缺陷计</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>are harmless</source>
        <translation>视为无害</translation>
    </message>
    <message>
        <source>count as impurities</source>
        <translation>按脏污计</translation>
    </message>
    <message>
        <source>impurities %1</source>
        <translation>脏污%1</translation>
    </message>
    <message>
        <source>ambiguous regions %1</source>
        <translation>难以判定的区域%1</translation>
    </message>
    <message>
        <source>defects only</source>
        <translation>仅缺陷</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>label a region as %1</source>
        <translation>将区域标注为 %1</translation>
    </message>
    <message>
        <source>label %1 regions as %2</source>
        <translation>将 %1 个区域标注为 %2</translation>
    </message>
    <message>
        <source>call a region a false alarm</source>
        <translation>将区域判为误报</translation>
    </message>
    <message>
        <source>call %1 regions a false alarm</source>
        <translation>将 %1 个区域判为误报</translation>
    </message>
    <message>
        <source>take a decision back</source>
        <translation>撤回判定</translation>
    </message>
    <message>
        <source>take decisions back</source>
        <translation>撤回多个判定</translation>
    </message>
    <message>
        <source>done with an image</source>
        <translation>完成一张图像的复核</translation>
    </message>
    <message>
        <source>merge %1 regions of %2</source>
        <translation>合并 %1 个 %2 区域</translation>
    </message>
    <message>
        <source>split a region of %1 into %2</source>
        <translation>将 %1 区域拆分为 %2 个</translation>
    </message>
    <message>
        <source>paint good</source>
        <translation>涂为良好</translation>
    </message>
    <message>
        <source>paint %1</source>
        <translation>涂画 %1</translation>
    </message>
    <message>
        <source>erase from labels</source>
        <translation>从标注中擦除</translation>
    </message>
    <message>
        <source>add a region of interest</source>
        <translation>添加检测区域</translation>
    </message>
    <message>
        <source>add a zone to ignore</source>
        <translation>添加忽略区域</translation>
    </message>
    <message>
        <source>remove zones</source>
        <translation>移除区域限定</translation>
    </message>
    <message>
        <source>add the class %1</source>
        <translation>添加类别 %1</translation>
    </message>
    <message>
        <source>rename the class %1 to %2</source>
        <translation>将类别 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>the class %1 is of kind %2</source>
        <translation>类别 %1 的种类为 %2</translation>
    </message>
    <message>
        <source>move the class %1 up</source>
        <translation>上移类别 %1</translation>
    </message>
    <message>
        <source>move the class %1 down</source>
        <translation>下移类别 %1</translation>
    </message>
    <message>
        <source>remove the class %1</source>
        <translation>移除类别 %1</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2</source>
        <translation>将阈值设为 %1 和 %2</translation>
    </message>
    <message>
        <source>set the thresholds back to those of the model</source>
        <translation>将阈值恢复为模型的阈值</translation>
    </message>
    <message>
        <source>set the scale to %1 mm per pixel</source>
        <translation>将比例设为每像素 %1 mm</translation>
    </message>
    <message>
        <source>remove the scale</source>
        <translation>移除比例</translation>
    </message>
    <message>
        <source>train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>use the model %1</source>
        <translation>使用模型 %1</translation>
    </message>
    <message>
        <source>import %1 images from %2</source>
        <translation>从 %2 导入 %1 张图像</translation>
    </message>
    <message>
        <source>import %1 labels from %2</source>
        <translation>从 %2 导入 %1 个标注</translation>
    </message>
    <message>
        <source>find %1 images in %2</source>
        <translation>在 %2 中找到 %1 张图像</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域限定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>复核员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>harmless impurity</source>
        <translation>无害脏污</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>难以判定</translation>
    </message>
    <message>
        <source>region of interest</source>
        <translation>检测区域</translation>
    </message>
    <message>
        <source>zone to ignore</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>imported mask</source>
        <translation>导入的掩码</translation>
    </message>
    <message>
        <source>flagged region</source>
        <translation>被标出的区域</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>set the thresholds to %1 and %2 by %3</source>
        <translation>将阈值设为 %1 和 %2（规则：%3）</translation>
    </message>
    <message>
        <source>evaluate with %1</source>
        <translation>按 %1 评估</translation>
    </message>
    <message>
        <source>Times the thresholds</source>
        <translation>阈值的倍数</translation>
    </message>
    <message>
        <source>zone with its own thresholds</source>
        <translation>有自己阈值的区域</translation>
    </message>
</context>
<context>
    <name>LabelFormatText</name>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>labelme (a JSON for each image)</source>
        <translation>labelme（每张图像一个 JSON）</translation>
    </message>
    <message>
        <source>CVAT for images 1.1 (XML)</source>
        <translation>CVAT for images 1.1 (XML)</translation>
    </message>
    <message>
        <source>MVTec folder (images and masks)</source>
        <translation>MVTec 文件夹（图像和掩码）</translation>
    </message>
    <message>
        <source>Pictures with the labels drawn in (PNG)</source>
        <translation>画有标注的图片 (PNG)</translation>
    </message>
    <message>
        <source>One line for each label, false alarms too. It cannot be imported again.</source>
        <translation>每个标注一行，误报也包括在内。不能再导入。</translation>
    </message>
    <message>
        <source>One file with all images, classes and labels.</source>
        <translation>一个文件，包含所有图像、类别和标注。</translation>
    </message>
    <message>
        <source>A new folder with one file for each labelled image.</source>
        <translation>一个新文件夹，每张有标注的图像一个文件。</translation>
    </message>
    <message>
        <source>One file with all labelled images; upload it to a task with the same images.</source>
        <translation>一个文件，包含所有有标注的图像；可上传到含有相同图像的 CVAT 任务。</translation>
    </message>
    <message>
        <source>A new folder that can be opened, trained and evaluated like any data set.</source>
        <translation>一个新文件夹，可像任何数据集一样打开、训练和评估。</translation>
    </message>
    <message>
        <source>A new folder with one picture for each labelled image. It cannot be imported again.</source>
        <translation>一个新文件夹，每张有标注的图像一张图片。不能再导入。</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>CVAT (*.xml)</source>
        <translation>CVAT (*.xml)</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1, %2 rows asked for, seed %3</source>
        <translation>%1，要求 %2 行，种子 %3</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>复核 %1，拒收 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 x %2 px at %3, %4</source>
        <translation>%1 x %2 px，位于 %3, %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>There is no image to rank.</source>
        <translation>没有可排序的图像。</translation>
    </message>
    <message>
        <source>All %1 images are good: none with a defect is among them.</source>
        <translation>全部 %1 张图像都是良品：没有带缺陷的图像。</translation>
    </message>
    <message>
        <source>All %1 images have defects: no good one is among them.</source>
        <translation>全部 %1 张图像都有缺陷：没有良品图像。</translation>
    </message>
    <message>
        <source>It takes good images and images with defects; there are %1 and %2.</source>
        <translation>需要良品图像和有缺陷的图像；现有 %1 张和 %2 张。</translation>
    </message>
    <message>
        <source>No defect is outlined: %1 images with defects have no mask.</source>
        <translation>没有带轮廓的缺陷：%1 张有缺陷的图像没有掩膜。</translation>
    </message>
    <message>
        <source>There is no pixel of a defect.</source>
        <translation>没有缺陷像素。</translation>
    </message>
    <message>
        <source>There is no normal pixel.</source>
        <translation>没有正常像素。</translation>
    </message>
    <message>
        <source>No image has an outlined defect.</source>
        <translation>没有图像带有勾出轮廓的缺陷。</translation>
    </message>
    <message>
        <source>It needs %1 pixels of good images; there are %2.</source>
        <translation>需要良品图像的 %1 个像素；现有 %2 个。</translation>
    </message>
    <message>
        <source>Its threshold comes from good validation images, of which there are none.</source>
        <translation>其阈值来自良品验证图像，而目前没有。</translation>
    </message>
    <message>
        <source>There is no outlined defect.</source>
        <translation>没有带轮廓的缺陷。</translation>
    </message>
    <message>
        <source>There is no outlined defect of class %1.</source>
        <translation>没有类别 %1 的带轮廓缺陷。</translation>
    </message>
    <message>
        <source>There is no outlined region of class %1.</source>
        <translation>没有类别 %1 的带轮廓区域。</translation>
    </message>
    <message>
        <source>%1 of %2 escaped: the exact bound is for no escape.</source>
        <translation>%2 个中有 %1 个漏检：精确上限仅适用于无漏检的情况。</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects; there are %1.</source>
        <translation>按大小四等分需要 4 个带轮廓的缺陷；现有 %1 个。</translation>
    </message>
    <message>
        <source>Quarters by size need 4 outlined defects of class %1; there are %2.</source>
        <translation>按大小四等分需要 4 个类别 %1 的带轮廓缺陷；现有 %2 个。</translation>
    </message>
    <message>
        <source>Too many defects are of one size: none is left for this quarter.</source>
        <translation>太多缺陷大小相同：这一等分中没有缺陷。</translation>
    </message>
    <message>
        <source>Too many defects of class %1 are of one size: none is left for this quarter.</source>
        <translation>类别 %1 的太多缺陷大小相同：这一等分中没有缺陷。</translation>
    </message>
    <message>
        <source>%1 counts as a defect under this policy.</source>
        <translation>%1 在此计法下算作缺陷。</translation>
    </message>
    <message>
        <source>%1 is left out under this policy.</source>
        <translation>%1 在此计法下不计。</translation>
    </message>
    <message>
        <source>%1 counts as a defect under one of the policies (%2).</source>
        <translation>%1 在其中一种计法（%2）下算作缺陷。</translation>
    </message>
    <message>
        <source>%1 is harmless under one of the policies (%2).</source>
        <translation>%1 在其中一种计法（%2）下无害。</translation>
    </message>
    <message>
        <source>%1 is left out under one of the policies (%2).</source>
        <translation>%1 在其中一种计法（%2）下不计。</translation>
    </message>
    <message>
        <source>There is no good image.</source>
        <translation>没有良品图像。</translation>
    </message>
    <message>
        <source>Regions are counted at thresholds in hundredths; at %1 it takes the score maps.</source>
        <translation>区域按百分之一精度的阈值计数；在 %1 处需要热图。</translation>
    </message>
    <message>
        <source>On %1 of %2 resamples of the groups it has no meaning.</source>
        <translation>在 %2 次分组重抽样中有 %1 次没有意义。</translation>
    </message>
    <message>
        <source>No resamples were asked for.</source>
        <translation>未要求重抽样。</translation>
    </message>
    <message>
        <source>Resampling needs two groups of images; there is %1.</source>
        <translation>重抽样需要两个图像分组；现有 %1 个。</translation>
    </message>
    <message>
        <source>The model is uncalibrated.</source>
        <translation>模型未校准。</translation>
    </message>
    <message>
        <source>It is not scored yet.</source>
        <translation>尚未评分。</translation>
    </message>
    <message>
        <source>Scoring it failed.</source>
        <translation>评分失败。</translation>
    </message>
    <message>
        <source>Its score map was not kept: score it again.</source>
        <translation>未保留其分数图：请重新评分。</translation>
    </message>
    <message>
        <source>The file has changed since it was added to the project.</source>
        <translation>文件在加入项目后已改变。</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>Let at most so many defects escape</source>
        <translation>限制漏检的缺陷</translation>
    </message>
    <message>
        <source>Reject at most so many good parts</source>
        <translation>限制误拒的良品</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>成本最低</translation>
    </message>
    <message>
        <source>Largest F1</source>
        <translation>F1 最大</translation>
    </message>
    <message>
        <source>Quantile of good parts</source>
        <translation>良品分位数</translation>
    </message>
    <message>
        <source>Mean of good parts and standard deviations</source>
        <translation>良品均值加标准差</translation>
    </message>
    <message>
        <source>Sets the review threshold: below it nobody looks.</source>
        <translation>设置复核阈值：低于它的零件无人查看。</translation>
    </message>
    <message>
        <source>Sets the reject threshold: from it on parts are rejected unseen.</source>
        <translation>设置拒收阈值：达到它的零件直接拒收。</translation>
    </message>
    <message>
        <source>Sets both thresholds to one value.</source>
        <translation>将两个阈值设为同一值。</translation>
    </message>
    <message>
        <source>The other parts confirm the bound.</source>
        <translation>其余零件证实了该界限。</translation>
    </message>
    <message>
        <source>The other parts break the bound: do not use these thresholds without finding out why.</source>
        <translation>其余零件超出了该界限：查明原因之前不要使用这些阈值。</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds.</source>
        <translation>其余零件太少，无法判断界限是否成立。</translation>
    </message>
    <message>
        <source>%1 (≤ %2)</source>
        <translation>%1（≤ %2）</translation>
    </message>
    <message>
        <source>All defects: escaped</source>
        <translation>所有缺陷：漏检</translation>
    </message>
    <message>
        <source>%1: escaped</source>
        <translation>%1：漏检</translation>
    </message>
    <message>
        <source>Good parts: to be looked at</source>
        <translation>良品：需复核</translation>
    </message>
    <message>
        <source>Good parts: rejected</source>
        <translation>良品：被拒收</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>验收</translation>
    </message>
    <message>
        <source>review %1, reject %2</source>
        <translation>复核 %1，拒收 %2</translation>
    </message>
    <message>
        <source>Thresholds: %1</source>
        <translation>阈值：%1</translation>
    </message>
    <message>
        <source>Nearest: %1</source>
        <translation>最接近：%1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with good images bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>即使无一被标出，%n 个含良品图像的分组也只能把比率限定在 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good image(s) bound the rate at %1 even if none is flagged</source>
        <translation>
            <numerusform>即使无一被标出，%n 张良品图像也只能把比率限定在 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1：即使无一漏检，%n 个分组也只能把比率限定在 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n defect(s) bound the rate at %2 even if none escapes</source>
        <translation>
            <numerusform>%1：即使无一漏检，%n 个缺陷也只能把比率限定在 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there are %1 good images and %2 with defects; it takes at least one of each.</source>
        <translation>无法满足规则：用于校准的良品图像有 %1 张，有缺陷的图像有 %2 张；每种至少需要一张。</translation>
    </message>
    <message>
        <source>The rule cannot be met: it takes two good images for calibration, there are fewer.</source>
        <translation>无法满足规则：校准需要两张良品图像，实际不足。</translation>
    </message>
    <message>
        <source>The rule cannot be met: all good images for calibration have the same score.</source>
        <translation>无法满足规则：用于校准的良品图像得分全部相同。</translation>
    </message>
    <message>
        <source>The rule cannot be met: there is no good image for calibration.</source>
        <translation>无法满足规则：没有用于校准的良品图像。</translation>
    </message>
    <message>
        <source>The rule cannot be met: for calibration there is no outlined defect of class %1.</source>
        <translation>无法满足规则：用于校准的部分没有类别 %1 的带轮廓缺陷。</translation>
    </message>
    <message>
        <source>The rule cannot be met. %1; %2 with %3 confidence takes %4.</source>
        <translation>无法满足规则。%1；要以 %3 的置信度保证 %2，需要 %4 个。</translation>
    </message>
    <message>
        <source>The other parts are too few to say whether the bound holds, but what was counted there is above it.</source>
        <translation>其余零件太少，无法判断界限是否成立，但在其中数到的已超过界限。</translation>
    </message>
    <message>
        <source>The reject threshold, %1, goes up with it: it cannot be below review.</source>
        <translation>拒收阈值 %1 随之上调：它不能低于复核阈值。</translation>
    </message>
    <message>
        <source>The review threshold, %1, goes down with it: it cannot be above reject.</source>
        <translation>复核阈值 %1 随之下调：它不能高于拒收阈值。</translation>
    </message>
    <message>
        <source>Expected cost of a part: %1 by the parts for calibration, %2 by the others.</source>
        <translation>每个零件的预期成本：按标定部分 %1，按其余部分 %2。</translation>
    </message>
    <message>
        <source>Before, at review %1 and reject %2, of all images: %3 defects escape, %4 good parts are to be looked at, %5 are rejected.</source>
        <translation>此前，复核 %1、拒收 %2，在全部图像上：漏检缺陷 %3，需复核的良品 %4，被拒收的良品 %5。</translation>
    </message>
    <message>
        <source>In brackets: what the rate is at most, with %1 confidence.</source>
        <translation>括号内：在 %1 置信度下该比率的上限。</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>Clean and stained parts</source>
        <translation>洁净与脏污的零件</translation>
    </message>
    <message>
        <source>From synthetic to real parts</source>
        <translation>从合成零件到真实零件</translation>
    </message>
    <message>
        <source>Parts made like few real ones</source>
        <translation>仿照少量真实零件制作的零件</translation>
    </message>
    <message>
        <source>Labelling policies</source>
        <translation>标注计法</translation>
    </message>
    <message>
        <source>Sizes of the bank</source>
        <translation>特征库大小</translation>
    </message>
    <message>
        <source>Strategies and image orders</source>
        <translation>选取策略与图像顺序</translation>
    </message>
    <message>
        <source>How do impurities on the training parts and on the tested ones move the figures?</source>
        <translation>训练零件和被测零件上的脏污如何影响各项指标？</translation>
    </message>
    <message>
        <source>What is a bank of synthetic parts worth before there are real ones, and after n real ones?</source>
        <translation>在没有真实零件之前，以及有了 n 个真实零件之后，由合成零件建立的特征库价值如何？</translation>
    </message>
    <message>
        <source>Do n real parts go further when parts made like them train the bank first?</source>
        <translation>如果先用仿照它们制作的零件训练特征库，n 个真实零件是否更有用？</translation>
    </message>
    <message>
        <source>How far does each figure move when impurities and ambiguous regions count as something else?</source>
        <translation>当脏污和难以判定的区域按其他方式计数时，各项指标变化多大？</translation>
    </message>
    <message>
        <source>How large does the bank have to be?</source>
        <translation>特征库需要多大？</translation>
    </message>
    <message>
        <source>How much does the order of the images matter, and to which strategy?</source>
        <translation>图像顺序的影响有多大，影响哪种策略？</translation>
    </message>
    <message>
        <source>Clean parts</source>
        <translation>洁净零件</translation>
    </message>
    <message>
        <source>Stained parts</source>
        <translation>脏污零件</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>合成零件</translation>
    </message>
    <message>
        <source>Real parts</source>
        <translation>真实零件</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>蓄水池</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>合并再缩减</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>并集</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>train clean, test clean</source>
        <translation>洁净训练，洁净测试</translation>
    </message>
    <message>
        <source>train clean, test stained</source>
        <translation>洁净训练，脏污测试</translation>
    </message>
    <message>
        <source>train stained, test clean</source>
        <translation>脏污训练，洁净测试</translation>
    </message>
    <message>
        <source>train stained, test stained</source>
        <translation>脏污训练，脏污测试</translation>
    </message>
    <message>
        <source>synthetic, then n = %1</source>
        <translation>先合成，后 n = %1</translation>
    </message>
    <message>
        <source>synthetic only</source>
        <translation>仅合成</translation>
    </message>
    <message>
        <source>real only, n = %1</source>
        <translation>仅真实，n = %1</translation>
    </message>
    <message>
        <source>made like n = %1, then they</source>
        <translation>仿照 n = %1 制作，后接它们本身</translation>
    </message>
    <message>
        <source>made like n = %1 only</source>
        <translation>仅仿照 n = %1 制作</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 减 %2</translation>
    </message>
    <message>
        <source>synthetic, then real</source>
        <translation>先合成，后真实</translation>
    </message>
    <message>
        <source>real only</source>
        <translation>仅真实</translation>
    </message>
    <message>
        <source>made like them only</source>
        <translation>仅仿照制作</translation>
    </message>
    <message>
        <source>made like them, then they</source>
        <translation>先仿照制作，后它们本身</translation>
    </message>
    <message>
        <source>Rows of the bank</source>
        <translation>特征库行数</translation>
    </message>
    <message>
        <source>Real training images</source>
        <translation>真实训练图像</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>图像 AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>图像 AP</translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation>像素 AUROC</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0.30</translation>
    </message>
    <message>
        <source>AUPRO 0.05</source>
        <translation>AUPRO 0.05</translation>
    </message>
    <message>
        <source>Recall of all defects</source>
        <translation>所有缺陷的召回率</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>过杀</translation>
    </message>
    <message>
        <source>Recall of %1</source>
        <translation>%1 的召回率</translation>
    </message>
    <message>
        <source>Flagged of %1</source>
        <translation>%1 的报出率</translation>
    </message>
    <message>
        <source>Found by any pixel, at the lowest threshold that flags at most 5 % of the good parts of the other half</source>
        <translation>任一像素命中即算找到；阈值为在另一半中至多报出 5 % 良品的最低阈值</translation>
    </message>
    <message>
        <source>Share of these harmless impurities that the same threshold flags</source>
        <translation>同一阈值报出的此类无害脏污的比例</translation>
    </message>
    <message>
        <source>Good parts that the same threshold flags, on the half it was not chosen on</source>
        <translation>同一阈值在未用于选取的那一半上报出的良品</translation>
    </message>
    <message>
        <source>Its interval is over seeds alone: it says nothing about other parts</source>
        <translation>其区间仅针对随机种子，不说明其他零件</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): with %2 rows all are equal.</source>
        <translation>行数少于要求的特征库，因为其图像没有更多图像块（%1）：设为 %2 行则全部相等。</translation>
    </message>
    <message>
        <source>Recall, overkill and what is flagged: at the lowest threshold that flags at most 5 % of the good parts of the other half.</source>
        <translation>召回率、过杀和报出的比例：阈值为在另一半中至多报出 5 % 良品的最低阈值。</translation>
    </message>
    <message>
        <source>Banks with fewer rows than asked for, as their images have no more patches (%1): the arms with %2 rows compare all at one size.</source>
        <translation>部分特征库的行数少于要求，因为其图像没有更多图块（%1）：%2 行的各组以相同大小进行比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts have training images, too, or parts were made like images of them: the figures may come out too good for parts that were never seen.</source>
        <translation>
            <numerusform>%n 组测试零件也有训练图像，或有零件仿照其图像生成：对于从未见过的零件，这些数值可能偏好。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SynthesisPresets</name>
    <message>
        <source>Brushed: scratches, water stains</source>
        <translation>拉丝：划痕、水渍</translation>
    </message>
    <message>
        <source>Milled: tool marks, scratches, coolant, dust</source>
        <translation>铣削：刀痕、划痕、切削液、灰尘</translation>
    </message>
    <message>
        <source>Face milled: gouges, chips, oil, water stains</source>
        <translation>端面铣：凿痕、崩边、油、水渍</translation>
    </message>
    <message>
        <source>Sandblasted: dents, pits, dust, fingerprints</source>
        <translation>喷砂：凹痕、麻点、灰尘、指纹</translation>
    </message>
    <message>
        <source>Polished: scratches, pits, fingerprints, dust</source>
        <translation>抛光：划痕、麻点、指纹、灰尘</translation>
    </message>
    <message>
        <source>Cast: pores, cracks, oil, stickers</source>
        <translation>铸造：气孔、裂纹、油、标签</translation>
    </message>
</context>
<context>
    <name>SynthesisWords</name>
    <message>
        <source>Brushed</source>
        <translation>拉丝</translation>
    </message>
    <message>
        <source>Sandblasted</source>
        <translation>喷砂</translation>
    </message>
    <message>
        <source>Milled, parallel marks</source>
        <translation>铣削，平行纹</translation>
    </message>
    <message>
        <source>Milled, arcs</source>
        <translation>铣削，弧纹</translation>
    </message>
    <message>
        <source>Polished</source>
        <translation>抛光</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>铸造</translation>
    </message>
    <message>
        <source>Like real images</source>
        <translation>仿照真实图像</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>划痕</translation>
    </message>
    <message>
        <source>Dent</source>
        <translation>凹痕</translation>
    </message>
    <message>
        <source>Pit</source>
        <translation>麻点</translation>
    </message>
    <message>
        <source>Crack</source>
        <translation>裂纹</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>崩边</translation>
    </message>
    <message>
        <source>Gouge</source>
        <translation>凿痕</translation>
    </message>
    <message>
        <source>Tool mark</source>
        <translation>刀痕</translation>
    </message>
    <message>
        <source>Pore cluster</source>
        <translation>气孔群</translation>
    </message>
    <message>
        <source>Water stain</source>
        <translation>水渍</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Oil film</source>
        <translation>油膜</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>灰尘</translation>
    </message>
    <message>
        <source>Coolant</source>
        <translation>切削液</translation>
    </message>
    <message>
        <source>Stain over a scratch</source>
        <translation>水渍盖住划痕</translation>
    </message>
    <message>
        <source>Scratch hardly seen in a stain</source>
        <translation>水渍中几乎不可见的划痕</translation>
    </message>
    <message>
        <source>Hairline along the marks</source>
        <translation>沿纹路的发丝划痕</translation>
    </message>
    <message>
        <source>Photographed again</source>
        <translation>重新拍摄</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光源</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>exposure, in powers of two</source>
        <translation>曝光(2 的幂)</translation>
    </message>
    <message>
        <source>slope of the light</source>
        <translation>光照梯度</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>magnification</source>
        <translation>放大率</translation>
    </message>
    <message>
        <source>defocus</source>
        <translation>离焦</translation>
    </message>
    <message>
        <source>noise, in grey levels</source>
        <translation>噪声(灰度级)</translation>
    </message>
    <message>
        <source>share that is mirrored</source>
        <translation>镜像占比</translation>
    </message>
    <message>
        <source>number in an image</source>
        <translation>每幅图像的数量</translation>
    </message>
    <message>
        <source>depth over width</source>
        <translation>深宽比</translation>
    </message>
    <message>
        <source>depth over distance</source>
        <translation>深度与间距之比</translation>
    </message>
    <message>
        <source>share of the images</source>
        <translation>图像占比</translation>
    </message>
    <message>
        <source>angle to the grain</source>
        <translation>与纹理的夹角</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>roughness Rq</source>
        <translation>粗糙度 Rq</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>unresolved roughness along the marks</source>
        <translation>沿纹路的微观粗糙度</translation>
    </message>
    <message>
        <source>unresolved roughness across the marks</source>
        <translation>垂直纹路的微观粗糙度</translation>
    </message>
    <message>
        <source>unresolved roughness</source>
        <translation>微观粗糙度</translation>
    </message>
    <message>
        <source>drift by wear of the edge</source>
        <translation>刃口磨损漂移</translation>
    </message>
    <message>
        <source>thickness</source>
        <translation>厚度</translation>
    </message>
    <message>
        <source>teeth of the tool</source>
        <translation>刀具齿数</translation>
    </message>
    <message>
        <source>stretch along the marks</source>
        <translation>沿纹路的拉伸</translation>
    </message>
    <message>
        <source>share that was smeared</source>
        <translation>涂抹占比</translation>
    </message>
    <message>
        <source>run-out of the teeth</source>
        <translation>刀齿跳动</translation>
    </message>
    <message>
        <source>residue</source>
        <translation>残留</translation>
    </message>
    <message>
        <source>step between passes</source>
        <translation>走刀间台阶</translation>
    </message>
    <message>
        <source>nose radius of the tool</source>
        <translation>刀尖半径</translation>
    </message>
    <message>
        <source>height that it stands off</source>
        <translation>翘起高度</translation>
    </message>
    <message>
        <source>jitter of the marks</source>
        <translation>纹路抖动</translation>
    </message>
    <message>
        <source>irregularity of the outline</source>
        <translation>轮廓不规则度</translation>
    </message>
    <message>
        <source>Hurst exponent</source>
        <translation>赫斯特指数</translation>
    </message>
    <message>
        <source>height over width</source>
        <translation>高宽比</translation>
    </message>
    <message>
        <source>size of the grains</source>
        <translation>颗粒大小</translation>
    </message>
    <message>
        <source>thickness of the film</source>
        <translation>薄膜厚度</translation>
    </message>
    <message>
        <source>feed per tooth</source>
        <translation>每齿进给</translation>
    </message>
    <message>
        <source>drops that ran together</source>
        <translation>汇合的液滴</translation>
    </message>
    <message>
        <source>way that it ran</source>
        <translation>流淌方向</translation>
    </message>
    <message>
        <source>direction of the marks</source>
        <translation>纹路方向</translation>
    </message>
    <message>
        <source>diameter</source>
        <translation>直径</translation>
    </message>
    <message>
        <source>correlation length</source>
        <translation>相关长度</translation>
    </message>
    <message>
        <source>chatter, amplitude</source>
        <translation>颤振，振幅</translation>
    </message>
    <message>
        <source>chatter, wave length</source>
        <translation>颤振，波长</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>弯曲</translation>
    </message>
    <message>
        <source>yellowness</source>
        <translation>泛黄程度</translation>
    </message>
    <message>
        <source>wrinkles</source>
        <translation>皱褶</translation>
    </message>
    <message>
        <source>share that was wiped</source>
        <translation>擦拭占比</translation>
    </message>
    <message>
        <source>vignetting</source>
        <translation>渐晕</translation>
    </message>
    <message>
        <source>share with a torn corner</source>
        <translation>撕角占比</translation>
    </message>
    <message>
        <source>tilt of the lamp</source>
        <translation>灯的倾角</translation>
    </message>
    <message>
        <source>radius of the arcs</source>
        <translation>弧半径</translation>
    </message>
    <message>
        <source>share of stop marks</source>
        <translation>停刀痕占比</translation>
    </message>
    <message>
        <source>step over, in diameters</source>
        <translation>行距(直径倍数)</translation>
    </message>
    <message>
        <source>radius of the cluster</source>
        <translation>群半径</translation>
    </message>
    <message>
        <source>splashes</source>
        <translation>飞溅</translation>
    </message>
    <message>
        <source>size of specks</source>
        <translation>微粒大小</translation>
    </message>
    <message>
        <source>way that it slid</source>
        <translation>滑动距离</translation>
    </message>
    <message>
        <source>side flow</source>
        <translation>侧流</translation>
    </message>
    <message>
        <source>lapping marks, Rq</source>
        <translation>研磨痕，Rq</translation>
    </message>
    <message>
        <source>length of lapping marks</source>
        <translation>研磨痕长度</translation>
    </message>
    <message>
        <source>share of the sand imprint</source>
        <translation>砂痕占比</translation>
    </message>
    <message>
        <source>size of the sand</source>
        <translation>砂粒大小</translation>
    </message>
    <message>
        <source>share with a run-off</source>
        <translation>流痕占比</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>ripples over depth</source>
        <translation>波纹与深度之比</translation>
    </message>
    <message>
        <source>width of the rim</source>
        <translation>边缘宽度</translation>
    </message>
    <message>
        <source>rim over depth</source>
        <translation>边缘与深度之比</translation>
    </message>
    <message>
        <source>strength of the rim</source>
        <translation>边缘强度</translation>
    </message>
    <message>
        <source>distance of the ridges</source>
        <translation>纹线间距</translation>
    </message>
    <message>
        <source>read noise</source>
        <translation>读出噪声</translation>
    </message>
    <message>
        <source>reach over width</source>
        <translation>深入与宽度之比</translation>
    </message>
    <message>
        <source>grains torn out</source>
        <translation>剥落颗粒</translation>
    </message>
    <message>
        <source>size of grains torn out</source>
        <translation>剥落颗粒大小</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>pores</source>
        <translation>气孔</translation>
    </message>
    <message>
        <source>size of the pores</source>
        <translation>气孔大小</translation>
    </message>
    <message>
        <source>pools that ran together</source>
        <translation>汇合的液池</translation>
    </message>
    <message>
        <source>distance of the grooves</source>
        <translation>沟槽间距</translation>
    </message>
    <message>
        <source>pile at the end over depth</source>
        <translation>末端堆积与深度之比</translation>
    </message>
    <message>
        <source>orange peel, height</source>
        <translation>橘皮，高度</translation>
    </message>
    <message>
        <source>orange peel, distance</source>
        <translation>橘皮，间距</translation>
    </message>
    <message>
        <source>width of a pass</source>
        <translation>走刀宽度</translation>
    </message>
    <message>
        <source>share with a parting line</source>
        <translation>分型线占比</translation>
    </message>
    <message>
        <source>share of partial prints</source>
        <translation>局部指纹占比</translation>
    </message>
    <message>
        <source>contrast of the oxide</source>
        <translation>氧化对比度</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>开口</translation>
    </message>
    <message>
        <source>way beside the middle, in radii</source>
        <translation>偏心距离(半径倍数)</translation>
    </message>
    <message>
        <source>mottle</source>
        <translation>斑驳</translation>
    </message>
    <message>
        <source>median diameter</source>
        <translation>中位直径</translation>
    </message>
    <message>
        <source>spread of the diameters</source>
        <translation>直径离散度</translation>
    </message>
    <message>
        <source>share of lint</source>
        <translation>绒毛占比</translation>
    </message>
    <message>
        <source>share with a lifted corner</source>
        <translation>翘角占比</translation>
    </message>
    <message>
        <source>kinks</source>
        <translation>折角</translation>
    </message>
    <message>
        <source>inner rings</source>
        <translation>内环</translation>
    </message>
    <message>
        <source>size of the impacts</source>
        <translation>冲击坑大小</translation>
    </message>
    <message>
        <source>contrast of the haze</source>
        <translation>雾度对比</translation>
    </message>
    <message>
        <source>haze</source>
        <translation>雾度</translation>
    </message>
    <message>
        <source>halo over diameter</source>
        <translation>晕圈与直径之比</translation>
    </message>
    <message>
        <source>thickness of the halo</source>
        <translation>晕圈厚度</translation>
    </message>
    <message>
        <source>width of the halo</source>
        <translation>晕圈宽度</translation>
    </message>
    <message>
        <source>grooves</source>
        <translation>沟槽</translation>
    </message>
    <message>
        <source>length of the marks</source>
        <translation>纹路长度</translation>
    </message>
    <message>
        <source>grease</source>
        <translation>油脂</translation>
    </message>
    <message>
        <source>times that it dried</source>
        <translation>干燥次数</translation>
    </message>
    <message>
        <source>full well</source>
        <translation>满阱容量</translation>
    </message>
    <message>
        <source>share of foil</source>
        <translation>箔片占比</translation>
    </message>
    <message>
        <source>flow marks, height</source>
        <translation>流纹，高度</translation>
    </message>
    <message>
        <source>flow marks, distance</source>
        <translation>流纹，间距</translation>
    </message>
    <message>
        <source>flats</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>cover of the film</source>
        <translation>薄膜覆盖率</translation>
    </message>
    <message>
        <source>strength of the film</source>
        <translation>薄膜强度</translation>
    </message>
    <message>
        <source>width of fibres</source>
        <translation>纤维宽度</translation>
    </message>
    <message>
        <source>share of fibres</source>
        <translation>纤维占比</translation>
    </message>
    <message>
        <source>length of fibres</source>
        <translation>纤维长度</translation>
    </message>
    <message>
        <source>direction of the feed</source>
        <translation>进给方向</translation>
    </message>
    <message>
        <source>share with facets</source>
        <translation>带棱面占比</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>length over width</source>
        <translation>长宽比</translation>
    </message>
    <message>
        <source>share at an edge of the image</source>
        <translation>位于图像边缘的占比</translation>
    </message>
    <message>
        <source>strength of the tide mark</source>
        <translation>干涸边强度</translation>
    </message>
    <message>
        <source>drip tracks</source>
        <translation>滴痕</translation>
    </message>
    <message>
        <source>distance, in image diagonals</source>
        <translation>距离(图像对角线倍数)</translation>
    </message>
    <message>
        <source>directions of lapping</source>
        <translation>研磨方向数</translation>
    </message>
    <message>
        <source>blur by height</source>
        <translation>随高度的模糊</translation>
    </message>
    <message>
        <source>darkness</source>
        <translation>暗度</translation>
    </message>
    <message>
        <source>diameter of the cutter</source>
        <translation>铣刀直径</translation>
    </message>
    <message>
        <source>curl of the fibres</source>
        <translation>纤维卷曲</translation>
    </message>
    <message>
        <source>share of crystals</source>
        <translation>晶粒占比</translation>
    </message>
    <message>
        <source>coverage by impacts</source>
        <translation>冲击覆盖率</translation>
    </message>
    <message>
        <source>radius of the corners</source>
        <translation>圆角半径</translation>
    </message>
    <message>
        <source>bubble rings</source>
        <translation>气泡环</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>lens blur</source>
        <translation>镜头模糊</translation>
    </message>
    <message>
        <source>blotches</source>
        <translation>斑块</translation>
    </message>
    <message>
        <source>share with a bar code</source>
        <translation>条形码占比</translation>
    </message>
    <message>
        <source>contrast of the bands</source>
        <translation>条带对比度</translation>
    </message>
    <message>
        <source>back cut</source>
        <translation>回刀</translation>
    </message>
    <message>
        <source>direction of the lamp</source>
        <translation>灯的方向</translation>
    </message>
    <message>
        <source>share of ambient light</source>
        <translation>环境光占比</translation>
    </message>
    <message>
        <source>diffuse share</source>
        <translation>漫反射占比</translation>
    </message>
    <message>
        <source>absorption</source>
        <translation>吸收</translation>
    </message>
    <message>
        <source>per cm²</source>
        <translation>个/cm²</translation>
    </message>
    <message>
        <source>rad/mm</source>
        <translation>rad/mm</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>e⁻</source>
        <translation>e⁻</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>share of soft light</source>
        <translation>柔光占比</translation>
    </message>
    <message>
        <source>distance of a ring, in image diagonals</source>
        <translation>环形灯距离(图像对角线倍数)</translation>
    </message>
    <message>
        <source>roughness of the bottom</source>
        <translation>底部粗糙度</translation>
    </message>
    <message>
        <source>pits that grew into one</source>
        <translation>连成一体的凹坑数</translation>
    </message>
    <message>
        <source>changes of the opening</source>
        <translation>裂口宽度变化</translation>
    </message>
    <message>
        <source>share of the length that tapers off</source>
        <translation>逐渐收尖的长度占比</translation>
    </message>
    <message>
        <source>width over length</source>
        <translation>宽长比</translation>
    </message>
    <message>
        <source>%1 (%2 clean, %2 stained)</source>
        <translation>%1（洁净 %2，有脏污 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>share of the oxide that is brown</source>
        <translation>氧化物中棕色部分的比例</translation>
    </message>
</context>
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
    <message>
        <source>Measuring memory</source>
        <translation>正在测量内存</translation>
    </message>
    <message>
        <source>Selecting the bank</source>
        <translation>正在选取特征库</translation>
    </message>
    <message>
        <source>Counting support</source>
        <translation>正在统计佐证数</translation>
    </message>
    <message>
        <source>Measuring the covering radius</source>
        <translation>正在测量覆盖半径</translation>
    </message>
    <message>
        <source>Making the score scale</source>
        <translation>正在建立异常分数标尺</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 mm, %2 mm</source>
        <translation>%1 mm，%2 mm</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Finding out how far chance reaches</source>
        <translation>正在估计随机波动的范围</translation>
    </message>
    <message>
        <source>Training and testing arms</source>
        <translation>正在训练和测试各方案</translation>
    </message>
    <message>
        <source>Making images</source>
        <translation>正在生成图像</translation>
    </message>
</context>
<context>
    <name>Zone</name>
    <message>
        <source>Region of interest</source>
        <translation>检测区域 (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>Zone with its own thresholds</source>
        <translation>独立阈值区域</translation>
    </message>
    <message>
        <source>× </source>
        <translation>× </translation>
    </message>
    <message>
        <source>Thresholds of the zone, as a multiple of those of the image</source>
        <translation>区域阈值(相对于图像阈值的倍数)</translation>
    </message>
    <message>
        <source>How many times as high both thresholds are in the zone: below 1 less is allowed there, above 1 more</source>
        <translation>区域内两个阈值是图像阈值的几倍:小于 1 更严格,大于 1 更宽松</translation>
    </message>
</context>
<context>
    <name>patina::AboutDialog</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Hash of the model</source>
        <translation>模型的哈希值</translation>
    </message>
    <message>
        <source>Hash of its bank</source>
        <translation>特征库的哈希值</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Hash of the backbone</source>
        <translation>骨干网络的哈希值</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>关于 Patina</translation>
    </message>
    <message>
        <source>Visual surface inspection: trained on good parts only, it shows what is not as usual.</source>
        <translation>表面外观检测：只用良品训练，显示与平常不同之处。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
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
        <source>Call the selected regions a harmless impurity</source>
        <translation>将所选区域判为无害脏污</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>无法判断所选区域是什么</translation>
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
    <message>
        <source>&amp;Harmless</source>
        <translation>无害(&amp;H)</translation>
    </message>
    <message>
        <source>A&amp;mbiguous</source>
        <translation>难以判定(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;False alarm</source>
        <translation>误报(&amp;F)</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别 %1</translation>
    </message>
</context>
<context>
    <name>patina::AgreementDialog</name>
    <message>
        <source>Regions on which they disagree: %1</source>
        <translation>判定不一致的区域：%1</translation>
    </message>
    <message>
        <source>Save the agreement</source>
        <translation>保存一致性结果</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>The file was not written. %1</source>
        <translation>文件未能写入。%1</translation>
    </message>
    <message>
        <source>Agreement of readers</source>
        <translation>复核员一致性</translation>
    </message>
    <message>
        <source>&amp;First reader:</source>
        <translation>第一复核员(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Second reader:</source>
        <translation>第二复核员(&amp;S)：</translation>
    </message>
    <message>
        <source>Who said what of the same regions</source>
        <translation>双方对相同区域的判定</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>All &amp;disagreements</source>
        <translation>所有不一致(&amp;D)</translation>
    </message>
    <message>
        <source>Save as CS&amp;V...</source>
        <translation>另存为 CSV(&amp;V)...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Fewer than two people have decided anything here. Start a second reading first.</source>
        <translation>这里做过判定的不足两人。请先开始第二次复核。</translation>
    </message>
    <message>
        <source>Choose two readers.</source>
        <translation>请选择两名复核员。</translation>
    </message>
    <message>
        <source>Rows: what %1 said. Columns: what %2 said. A cell lists its regions below.</source>
        <translation>行：%1 的判定。列：%2 的判定。选择单元格，下方列出其中的区域。</translation>
    </message>
</context>
<context>
    <name>patina::AgreementModel</name>
    <message numerus="yes">
        <source>%1: %2, %3: %4, %n regions</source>
        <translation>
            <numerusform>%1：%2，%3：%4，%n 个区域</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::BackboneDialog</name>
    <message>
        <source>Installing...</source>
        <translation>正在安装...</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>It was not installed. %1</source>
        <translation>未能安装。%1</translation>
    </message>
    <message>
        <source>Install a backbone</source>
        <translation>安装骨干网络</translation>
    </message>
    <message>
        <source>Weights of a network that was trained on everyday pictures: a PyTorch state dictionary (.pth, .pt), a wheel with one inside (.whl), a TensorFlow.js model.json, a .safetensors file, or a TorchScript module. Nothing in the file is executed.</source>
        <translation>用日常图片训练过的网络的权重：PyTorch state dictionary (.pth, .pt)、内含权重的 wheel (.whl)、TensorFlow.js 的 model.json、.safetensors 文件，或 TorchScript 模块。不会执行文件中的任何内容。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Weights to install</source>
        <translation>要安装的权重</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.whl *.json *.safetensors);;All files (*)</source>
        <translation>权重 (*.pth *.pt *.whl *.json *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>File of weights</source>
        <translation>权重文件</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The network that the weights are of</source>
        <translation>权重所属的网络</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>That it is installed under; empty: the network&apos;s</source>
        <translation>安装时使用的名称；留空则用网络的名称</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>SPDX name of the licence of the weights</source>
        <translation>权重许可证的 SPDX 名称</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>I trust the code that this module carries: it is run</source>
        <translation>我信任此模块所带的代码：它会被执行</translation>
    </message>
    <message>
        <source>Replace another backbone of that name; models made with it will refuse the new one</source>
        <translation>替换同名的另一骨干网络；用原网络训练的模型将拒绝使用新网络</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>patina::BankFeature</name>
    <message>
        <source>The image %1 is not open.</source>
        <translation>图像 %1 未打开。</translation>
    </message>
    <message>
        <source>Save the list of suspect regions</source>
        <translation>保存可疑区域列表</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The list was not saved. %1</source>
        <translation>列表未保存。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n regions were written to %1. Training &gt; Keep out takes the list.</source>
        <translation>
            <numerusform>已将 %n 个区域写入 %1。可在“训练 &gt; 排除”中使用该列表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>特征库</translation>
    </message>
    <message>
        <source>&amp;Bank</source>
        <translation>特征库(&amp;B)</translation>
    </message>
    <message>
        <source>What the model&apos;s bank is made of, and its versions (%1)</source>
        <translation>模型特征库的组成及其版本 (%1)</translation>
    </message>
    <message>
        <source>The image %1 of %2 is not open.</source>
        <translation>%2 中的图像 %1 未打开。</translation>
    </message>
</context>
<context>
    <name>patina::BankOriginView</name>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>模型未说明其图像块来自哪张图像。</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows of %2 values each, from %3 patches of %n images.</source>
        <translation>
            <numerusform>%1 行，每行 %2 个值，取自 %n 张图像的 %3 个图像块。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the bank by origin</source>
        <translation>按来源列出的特征库行</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what its bank is made of.</source>
        <translation>打开或训练一个模型，以查看其特征库的组成。</translation>
    </message>
</context>
<context>
    <name>patina::BankPanel</name>
    <message>
        <source>Decisions change labels, regions and figures, not the model: its bank is as it was trained. Training another version changes it.</source>
        <translation>判定会改变标注、区域和指标，但不改变模型：其特征库保持训练时的状态。训练另一个版本才会改变它。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>特征库</translation>
    </message>
    <message>
        <source>Rows by origin</source>
        <translation>按来源的行</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>可疑区域</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>patina::BankRowsModel</name>
    <message>
        <source>Data set, image</source>
        <translation>数据集、图像</translation>
    </message>
    <message>
        <source>How it got in</source>
        <translation>加入方式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Share of the bank</source>
        <translation>占特征库比例</translation>
    </message>
</context>
<context>
    <name>patina::BankSuspectsView</name>
    <message>
        <source>The model does not say which images bear its rows out: it was trained without that.</source>
        <translation>模型未说明哪些图像支持其各行：训练时未统计。</translation>
    </message>
    <message>
        <source>Every region of the training images looks like one of another image: none is suspect.</source>
        <translation>训练图像的每个区域都与其他图像的某个区域相似：没有可疑区域。</translation>
    </message>
    <message numerus="yes">
        <source>%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, or a rare good part. What is no good part goes into a list that Training &gt; Keep out takes.</source>
        <translation>
            <numerusform>有 %n 个区域在其他图像中几乎没有相似者：可能是未被发现的缺陷、污渍，或少见的良品。不属于良品的可存入列表，供“训练 &gt; 排除”使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a region to see it.</source>
        <translation>选择一个区域以查看。</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>正在加载...</translation>
    </message>
    <message>
        <source>The image is not here: put the folder of the training images beside the project.</source>
        <translation>图像不在此处：请将训练图像的文件夹放在项目旁边。</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>可疑区域</translation>
    </message>
    <message>
        <source>The suspect region</source>
        <translation>可疑区域</translation>
    </message>
    <message>
        <source>Open a model, or train one, to see what of its bank may be contamination.</source>
        <translation>打开或训练一个模型，以查看其特征库中可能的污染。</translation>
    </message>
    <message>
        <source>Save selected...</source>
        <translation>保存所选...</translation>
    </message>
    <message>
        <source>The selected regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>将所选区域存为列表，供“训练 &gt; 排除”和 --exclude 使用</translation>
    </message>
    <message>
        <source>Save all...</source>
        <translation>全部保存...</translation>
    </message>
    <message>
        <source>All regions as a list for Training &gt; Keep out and --exclude</source>
        <translation>将全部区域存为列表，供“训练 &gt; 排除”和 --exclude 使用</translation>
    </message>
</context>
<context>
    <name>patina::BankVersionsView</name>
    <message>
        <source>Versions of the model</source>
        <translation>模型的版本</translation>
    </message>
    <message>
        <source>Versions side by side</source>
        <translation>版本并排比较</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>使用此版本</translation>
    </message>
    <message>
        <source>Scores, heatmaps and verdicts are those of this version from now on; Undo brings the other one back</source>
        <translation>从现在起，分数、热图和判定均来自此版本；撤销可恢复原来的版本</translation>
    </message>
    <message>
        <source>Select one to compare it with the one that is open, or two.</source>
        <translation>选择一个与打开的版本比较，或选择两个。</translation>
    </message>
</context>
<context>
    <name>patina::Chart</name>
    <message>
        <source>The chart was not exported. %1</source>
        <translation>图表未导出。%1</translation>
    </message>
    <message>
        <source>Export as &amp;PNG...</source>
        <translation>导出为 &amp;PNG...</translation>
    </message>
    <message>
        <source>Export as &amp;SVG...</source>
        <translation>导出为 &amp;SVG...</translation>
    </message>
    <message>
        <source>Export as P&amp;DF...</source>
        <translation>导出为 P&amp;DF...</translation>
    </message>
    <message>
        <source>Export numbers as &amp;CSV...</source>
        <translation>将数值导出为 &amp;CSV...</translation>
    </message>
    <message>
        <source>C&amp;opy picture</source>
        <translation>复制图片(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>重置缩放(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic vertical axis</source>
        <translation>纵轴取对数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic horizontal axis</source>
        <translation>横轴取对数(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个系列</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation>系列(&amp;E)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Interval: %1 to %2</source>
        <translation>区间：%1 至 %2</translation>
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
    <name>patina::CommandPalette</name>
    <message>
        <source>Command or project</source>
        <translation>命令或项目</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these letters in this order.</source>
        <translation>没有命令按此顺序包含这些字母。</translation>
    </message>
</context>
<context>
    <name>patina::CompareBar</name>
    <message>
        <source>Compare &amp;with</source>
        <translation>对比对象(&amp;W)</translation>
    </message>
    <message>
        <source>What the image is compared with</source>
        <translation>与图像对比的内容</translation>
    </message>
    <message>
        <source>Its heatmap</source>
        <translation>它的热图</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>另一张图像</translation>
    </message>
    <message>
        <source>Choose image...</source>
        <translation>选择图像...</translation>
    </message>
    <message>
        <source>Compare with another image, such as a good part</source>
        <translation>与另一张图像对比，如良品</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
</context>
<context>
    <name>patina::CompareChoice</name>
    <message>
        <source>A: %1 (the open model)</source>
        <translation>A：%1（已打开的模型）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>What the open model is compared with</source>
        <translation>与已打开的模型比较的对象</translation>
    </message>
</context>
<context>
    <name>patina::CompareFeature</name>
    <message>
        <source>Compare with</source>
        <translation>对比对象</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>无法显示 %1。%2</translation>
    </message>
    <message>
        <source>S&amp;ide by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>滑动对比(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Compare others with this</source>
        <translation>用此图像与其他图像对比(&amp;E)</translation>
    </message>
    <message>
        <source>Keep this image beside those that are shown from now on</source>
        <translation>将此图像保留在之后显示的图像旁边</translation>
    </message>
    <message>
        <source>Picture to compare with</source>
        <translation>用于对比的图片</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, side by side</source>
        <translation>将图像与其热图、另一个模型或另一张图像并排对比</translation>
    </message>
    <message>
        <source>Compare the image with its heatmap, another model or another image, under a curtain</source>
        <translation>将图像与其热图、另一个模型或另一张图像滑动对比</translation>
    </message>
</context>
<context>
    <name>patina::CompareView</name>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>This model, %1</source>
        <translation>此模型，%1</translation>
    </message>
    <message>
        <source>Only A finds %1 defects, only B %2</source>
        <translation>仅 A 检出 %1 个缺陷，仅 B 检出 %2 个</translation>
    </message>
    <message>
        <source>only A flags %1 good parts, only B %2</source>
        <translation>仅 A 标记 %1 个良品，仅 B 标记 %2 个</translation>
    </message>
    <message>
        <source>At the review thresholds: %1; %2. Return opens the place.</source>
        <translation>复核阈值下：%1；%2。按回车键打开该处。</translation>
    </message>
    <message>
        <source>One of the two has no thresholds: what it finds cannot be counted.</source>
        <translation>其中之一没有阈值：无法统计其检出结果。</translation>
    </message>
    <message>
        <source>%1 Being brought up to date.</source>
        <translation>%1 正在更新。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>正在比较...</translation>
    </message>
    <message>
        <source>There is nothing to compare %1 with: train another version, and score the images with it.</source>
        <translation>没有可与 %1 比较的版本：请训练另一版本并用它为图像评分。</translation>
    </message>
    <message>
        <source>Open %1 and score the images with it first: none of %2 has a kept result.</source>
        <translation>请先打开 %1 并为图像评分：%2 张中没有保存的结果。</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>比较已取消。</translation>
    </message>
    <message>
        <source>what was chosen before</source>
        <translation>之前所选</translation>
    </message>
    <message>
        <source>A is %1, B is %2. %3 images of both in %4 groups.</source>
        <translation>A 为 %1，B 为 %2。共有图像 %3 张，分 %4 组。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比较</translation>
    </message>
    <message>
        <source>Differences of figures</source>
        <translation>指标差异</translation>
    </message>
    <message>
        <source>Choose above what %1 is compared with.</source>
        <translation>请在上方选择与 %1 比较的对象。</translation>
    </message>
    <message>
        <source>A is %1, the one that %2 others are compared with, each on the images that both have: at least %3.</source>
        <translation>A 为 %1，另外 %2 个与它比较，各在双方都有的图像上：至少 %3 张。</translation>
    </message>
    <message>
        <source>%1 of %2 have no kept result of %3: score the images with it for a whole comparison.</source>
        <translation>%2 张中有 %1 张没有 %3 的结果：请用 %3 评分以完整比较。</translation>
    </message>
    <message>
        <source>%1 defects of A and %2 of %3 have no counterpart.</source>
        <translation>A 的 %1 个缺陷和 %3 的 %2 个缺陷没有对应项。</translation>
    </message>
    <message>
        <source>%1 is left out: open it and score the images with it first.</source>
        <translation>%1 未参与比较：请先打开它并用它为图像评分。</translation>
    </message>
    <message>
        <source>%1 is left out. %2</source>
        <translation>%1 未参与比较。%2</translation>
    </message>
    <message>
        <source>At the review thresholds not all find %1 defects, and not all flag %2 good parts. Return opens the place.</source>
        <translation>复核阈值下，有 %1 个缺陷并非都检出，有 %2 个良品并非都标记。按回车键打开该处。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>What not all find or flag</source>
        <translation>并非都检出或标记的项</translation>
    </message>
    <message>
        <source>A or all others have no thresholds: what they find cannot be counted.</source>
        <translation>A 或其余各模型没有阈值：无法统计其检出结果。</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>比较的内容</translation>
    </message>
</context>
<context>
    <name>patina::DecisionListModel</name>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>patina::DisagreementModel</name>
    <message>
        <source>good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>The largest score there, each on the scale of its model</source>
        <translation>该处的最大分数，各按自身模型的刻度</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Only %1 finds it</source>
        <translation>仅 %1 检出</translation>
    </message>
    <message>
        <source>Only %1 flags it</source>
        <translation>仅 %1 标记</translation>
    </message>
    <message>
        <source>%1 find it</source>
        <translation>%1 检出</translation>
    </message>
    <message>
        <source>%1 flag it</source>
        <translation>%1 标记</translation>
    </message>
    <message>
        <source>Peak of %1</source>
        <translation>%1 的峰值</translation>
    </message>
</context>
<context>
    <name>patina::DisplayPage</name>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>&amp;Colours of the heatmap</source>
        <translation>热图的配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Opacity of the heatmap</source>
        <translation>热图的不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Width of outlines</source>
        <translation>轮廓的宽度(&amp;W)</translation>
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
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
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
    <message>
        <source>T&amp;hresholds</source>
        <translation>阈值(&amp;H)</translation>
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
        <translation>检测、忽略和阈值区域(&amp;Z)...</translation>
    </message>
    <message>
        <source>Regions of interest, zones to ignore, and zones with their own thresholds</source>
        <translation>检测区域、忽略区域和独立阈值区域</translation>
    </message>
</context>
<context>
    <name>patina::DriftModel</name>
    <message>
        <source>Held out for the score scale</source>
        <translation>为分数刻度留出</translation>
    </message>
    <message>
        <source>Good parts of now</source>
        <translation>当前良品</translation>
    </message>
    <message>
        <source>Exact bounds on the share (Clopper and Pearson)</source>
        <translation>比例的精确界限（Clopper-Pearson）</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>At or above review</source>
        <translation>达到复核阈值</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
</context>
<context>
    <name>patina::DriftView</name>
    <message>
        <source>Looking for a drift</source>
        <translation>正在检查漂移</translation>
    </message>
    <message>
        <source>All good parts that the model does not know</source>
        <translation>模型未见过的所有良品</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>分组 %1</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message>
        <source>The model keeps no scores of held-out good images to compare with: calibrate it (patina-cli model calibrate), or train one that holds images out.</source>
        <translation>模型没有留出良品的分数可供比较：请校准（patina-cli model calibrate），或训练留出图像的模型。</translation>
    </message>
    <message>
        <source>There is no good part that the model does not know: add images of new ones.</source>
        <translation>没有模型未见过的良品：请添加新良品的图像。</translation>
    </message>
    <message>
        <source>%1 good parts against %2 held-out ones cannot show p &lt; %3, whatever their scores: it takes %4.</source>
        <translation>%1 个良品对 %2 个留出良品，无论分数如何都无法得出 p &lt; %3：需要 %4 个。</translation>
    </message>
    <message>
        <source>Held out (%1)</source>
        <translation>留出（%1）</translation>
    </message>
    <message>
        <source>Now (%1)</source>
        <translation>当前（%1）</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Good parts that are looked at</source>
        <translation>所查看的良品</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Scores of held-out and of new good parts</source>
        <translation>留出良品与新良品的分数</translation>
    </message>
    <message>
        <source>Scores of good parts, then and now</source>
        <translation>良品分数：当时与现在</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Share below</source>
        <translation>低于此值的比例</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>暂无内容。</translation>
    </message>
    <message>
        <source>%1 Zones and the least area of the project hold for the parts of now only, not for those held out: they alone may make a difference, or hide one.</source>
        <translation>%1 项目的区域和最小面积只作用于现在的零件，不作用于留出的零件：仅此就可能造成差异，或掩盖差异。</translation>
    </message>
</context>
<context>
    <name>patina::DriftWatch</name>
    <message>
        <source>Scores of good parts have drifted (p %1): see Drift in the evaluation.</source>
        <translation>良品分数发生漂移（p %1）：请查看评估中的“漂移”。</translation>
    </message>
</context>
<context>
    <name>patina::EditModel</name>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>patina::EnginePage</name>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>&amp;Device for scoring</source>
        <translation>评分所用设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Threads for scoring</source>
        <translation>评分所用线程(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Memory for heatmaps</source>
        <translation>热图所用内存(&amp;M)</translation>
    </message>
    <message>
        <source>Disk for &amp;large images</source>
        <translation>大图像所用磁盘(&amp;L)</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>显卡（如果有）</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>所有核心</translation>
    </message>
    <message>
        <source>An open model is opened anew with these; scores that are there stay.</source>
        <translation>已打开的模型会按这些设置重新打开；已有的异常分数保留。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What does not fit is computed anew when it is shown again.</source>
        <translation>放不下的部分在再次显示时重新计算。</translation>
    </message>
    <message>
        <source>Reduced pictures of large images are kept on the disk, the oldest are removed first.</source>
        <translation>大图像的缩小图保存在磁盘上，最旧的最先删除。</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationCharts</name>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>假阳性率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Mean overlap of regions</source>
        <translation>区域平均重叠</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真阳性率</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>ROC of images</source>
        <translation>图像 ROC</translation>
    </message>
    <message>
        <source>Precision and recall of images</source>
        <translation>图像的精确率与召回率</translation>
    </message>
    <message>
        <source>ROC of pixels</source>
        <translation>像素 ROC</translation>
    </message>
    <message>
        <source>Precision and recall of pixels</source>
        <translation>像素的精确率与召回率</translation>
    </message>
    <message>
        <source>Per-region overlap (PRO)</source>
        <translation>逐区域重叠 (PRO)</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Recall against threshold</source>
        <translation>召回率与阈值</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation>各类别的分数</translation>
    </message>
    <message>
        <source>Largest score</source>
        <translation>最大分数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What recall costs</source>
        <translation>召回率的代价</translation>
    </message>
    <message>
        <source>Good parts flagged (overkill)</source>
        <translation>被标记的良品（过杀）</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>检出的缺陷</translation>
    </message>
    <message>
        <source>Recall by size, from review on</source>
        <translation>按尺寸的召回率（达到复核阈值）</translation>
    </message>
    <message>
        <source>Area of the defect in px</source>
        <translation>缺陷面积（像素）</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>暂无内容。</translation>
    </message>
    <message>
        <source>Area of the defect in mm²</source>
        <translation>缺陷面积（mm²）</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationFeature</name>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>图像 %1 已不再打开。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>&amp;Evaluation</source>
        <translation>评估(&amp;E)</translation>
    </message>
    <message>
        <source>Recall, overkill and what thresholds cost (%1)</source>
        <translation>召回率、过杀与阈值的代价（%1）</translation>
    </message>
    <message>
        <source>Next &amp;disagreement of models</source>
        <translation>下一处模型分歧(&amp;D)</translation>
    </message>
    <message>
        <source>Show the next place that one of the compared models finds or flags and another does not</source>
        <translation>显示下一处被比较的模型中一个检出或标记而另一个没有的位置</translation>
    </message>
    <message>
        <source>Previous d&amp;isagreement of models</source>
        <translation>上一处模型分歧(&amp;I)</translation>
    </message>
    <message>
        <source>Show the place before that one of the compared models finds or flags and another does not</source>
        <translation>显示上一处被比较的模型中一个检出或标记而另一个没有的位置</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationPanel</name>
    <message>
        <source>Figures are of a project: make one of your folder, or open one.</source>
        <translation>指标属于项目：请用文件夹新建项目或打开项目。</translation>
    </message>
    <message>
        <source>While a second reading runs nothing is shown that others have said.</source>
        <translation>第二次判读期间不显示他人的结论。</translation>
    </message>
    <message>
        <source>Open a model, or train one, and score the images.</source>
        <translation>打开或训练模型，并为图像评分。</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>正在评估...</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>良品 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with defects</source>
        <translation>
            <numerusform>有缺陷 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used</source>
        <translation>
            <numerusform>%n 张无法使用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a copy of %2, which the model was made from</source>
        <translation>%1：%2 的副本，模型由后者训练而成</translation>
    </message>
    <message numerus="yes">
        <source>%n left out because the model was made from them</source>
        <translation>
            <numerusform>%n 张因用于训练模型而排除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody has judged</source>
        <translation>
            <numerusform>%n 张尚未判定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 - being brought up to date</source>
        <translation>%1 - 正在更新</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>脏污</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>难以判定的区域</translation>
    </message>
    <message>
        <source>Report...</source>
        <translation>报告...</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>计法</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Of the images that the model was not made from nobody has said yet what they show: decide their regions, paint what was missed, or open a data set with test images.</source>
        <translation>除训练模型所用图像外，尚无人说明图像内容：请判定区域、涂画漏检处，或打开带测试图像的数据集。</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>评估已取消。</translation>
    </message>
    <message>
        <source>%1; decisions of %2</source>
        <translation>%1；判定人：%2</translation>
    </message>
    <message>
        <source>%1 - not up to date</source>
        <translation>%1 - 不是最新</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>重新评估</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>%1; labels as imported</source>
        <translation>%1；标签为导入内容</translation>
    </message>
    <message>
        <source>None of the images that count is scored with this model yet: score all images.</source>
        <translation>计入统计的图像都还没有用此模型评分：请为全部图像评分。</translation>
    </message>
    <message numerus="yes">
        <source>%n not scored yet</source>
        <translation>
            <numerusform>%n 张尚未评分</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a report of these figures as HTML or PDF, in English</source>
        <translation>将这些指标写成 HTML 或 PDF 报告（英文）</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationReport</name>
    <message>
        <source>Writing the report</source>
        <translation>正在写入报告</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>报告已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>报告未写入。%1</translation>
    </message>
    <message>
        <source>Write the report (in English)</source>
        <translation>写报告（英文）</translation>
    </message>
    <message>
        <source>Reports, always in English (*.html *.pdf)</source>
        <translation>报告，始终为英文 (*.html *.pdf)</translation>
    </message>
</context>
<context>
    <name>patina::EvaluationTables</name>
    <message numerus="yes">
        <source>%n defects escape</source>
        <translation>
            <numerusform>漏检 %n 个缺陷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good parts are flagged</source>
        <translation>
            <numerusform>%n 个良品被标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impurities are flagged</source>
        <translation>
            <numerusform>%n 处脏污被标记</numerusform>
        </translation>
    </message>
    <message>
        <source>At the review threshold %1: %2, %3, %4. Return opens the place.</source>
        <translation>复核阈值 %1：%2，%3，%4。按回车键打开该处。</translation>
    </message>
    <message>
        <source>Counts at both thresholds</source>
        <translation>两个阈值下的计数</translation>
    </message>
    <message>
        <source>Escapes and overkill</source>
        <translation>漏检与过杀</translation>
    </message>
</context>
<context>
    <name>patina::ExportLabelsDialog</name>
    <message>
        <source>Lin&amp;ks to the images instead of copies</source>
        <translation>用链接代替图像副本(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation>选择(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>All readers</source>
        <translation>所有复核员</translation>
    </message>
    <message>
        <source>As usual for the format</source>
        <translation>按格式的惯例</translation>
    </message>
    <message>
        <source>Masks, pixel by pixel</source>
        <translation>掩码，逐像素</translation>
    </message>
    <message>
        <source>Polygons; masks where there are holes</source>
        <translation>多边形；有孔洞处用掩码</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>标注的格式</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>谁的标注</translation>
    </message>
    <message>
        <source>How pixels are written</source>
        <translation>像素的写法</translation>
    </message>
    <message>
        <source>File or folder to write</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>复核员(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Shapes:</source>
        <translation>形状(&amp;S)：</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>图像：</translation>
    </message>
    <message>
        <source>&amp;Write to:</source>
        <translation>写入到(&amp;W)：</translation>
    </message>
    <message>
        <source>Export labels: folder to make</source>
        <translation>导出标注：要建立的文件夹</translation>
    </message>
    <message>
        <source>Export labels: file to write</source>
        <translation>导出标注：要写入的文件</translation>
    </message>
    <message>
        <source>A new or an empty folder</source>
        <translation>新文件夹或空文件夹</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>patina::FigureDifferenceModel</name>
    <message>
        <source>Shares in percentage points. Bold: the interval does not hold 0</source>
        <translation>比例以百分点计。粗体：区间不含 0</translation>
    </message>
    <message>
        <source>McNemar&apos;s exact test: how likely so uneven a split would be, were both equally good</source>
        <translation>McNemar 精确检验：若两者同样好，出现如此不均的概率</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>仅 A</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>仅 B</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
</context>
<context>
    <name>patina::Frame</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open project: %1 in %2</source>
        <translation>打开项目：%1，位于 %2</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>首选项(&amp;P)...</translation>
    </message>
    <message>
        <source>&amp;Keyboard...</source>
        <translation>键盘映射(&amp;K)...</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>查找命令(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>恢复默认布局(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>patina::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
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
    <name>patina::ImageFinding</name>
    <message>
        <source>Looking for images</source>
        <translation>正在查找图像</translation>
    </message>
    <message>
        <source>The folder that the images were moved to</source>
        <translation>图像被移到的文件夹</translation>
    </message>
    <message>
        <source>Images were not looked for. %1</source>
        <translation>未查找图像。%1</translation>
    </message>
    <message>
        <source>Where images are was not kept. %1</source>
        <translation>图像位置未保存。%1</translation>
    </message>
    <message>
        <source>%1 of %2 missing images were found.</source>
        <translation>找到了 %2 张缺失图像中的 %1 张。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n images there is a file of the name with another content; it is not taken.</source>
        <translation>
            <numerusform>有 %n 张图像存在同名但内容不同的文件，未采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Find &amp;missing images...</source>
        <translation>查找缺失图像(&amp;M)...</translation>
    </message>
    <message>
        <source>Names the folder that images of the project were moved to</source>
        <translation>指定项目图像被移到的文件夹</translation>
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
    <message>
        <source>%1: the zones have changed; it waits to be scored again</source>
        <translation>%1：区域限定已更改，等待重新评分</translation>
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
    <name>patina::ImportLabelsDialog</name>
    <message>
        <source>&amp;File...</source>
        <translation>文件(&amp;F)...</translation>
    </message>
    <message>
        <source>F&amp;older...</source>
        <translation>文件夹(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>COCO, labelme or CVAT file, or a folder</source>
        <translation>COCO、labelme 或 CVAT 文件，或文件夹</translation>
    </message>
    <message>
        <source>Told by the contents</source>
        <translation>按内容判断</translation>
    </message>
    <message>
        <source>File or folder of labels</source>
        <translation>标注的文件或文件夹</translation>
    </message>
    <message>
        <source>Format of the labels</source>
        <translation>标注的格式</translation>
    </message>
    <message>
        <source>Whose word the labels are</source>
        <translation>标注算作谁的判定</translation>
    </message>
    <message>
        <source>Images are told by their names. Labels that are there stay; undo takes the import back.</source>
        <translation>图像按名称对应。已有的标注保留；撤销可取消导入。</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>标注(&amp;L)：</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>格式(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Reader:</source>
        <translation>复核员(&amp;R)：</translation>
    </message>
    <message>
        <source>Labels (*.json *.xml);;All files (*)</source>
        <translation>标注 (*.json *.xml);;所有文件 (*)</translation>
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
        <source>Cancel what runs</source>
        <translation>取消正在运行的任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop this job; what it has done stays</source>
        <translation>停止此任务；已完成的部分保留</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Everything that runs</source>
        <translation>所有正在运行的任务</translation>
    </message>
</context>
<context>
    <name>patina::JobPopup</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
</context>
<context>
    <name>patina::JournalFeature</name>
    <message>
        <source>The image %1 is not open any more.</source>
        <translation>图像 %1 已不在打开的图像中。</translation>
    </message>
    <message>
        <source>Verifying the journal</source>
        <translation>正在校验操作日志</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>正在写入操作日志</translation>
    </message>
    <message>
        <source>The journal was not verified to its end.</source>
        <translation>操作日志未校验完毕。</translation>
    </message>
    <message>
        <source>The journal was not verified. %1</source>
        <translation>操作日志未校验。%1</translation>
    </message>
    <message numerus="yes">
        <source>File and journal are sound: %n entries follow each other and give what the project holds. The last has the SHA-256 %1.</source>
        <translation>
            <numerusform>文件与操作日志完好：%n 条记录前后相接，并与项目内容一致。最后一条的 SHA-256 为 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The project is not what its journal tells: %1. File &gt; Restore project makes it whole again.</source>
        <translation>项目与其操作日志不一致：%1。可用“文件 &gt; 恢复项目”修复。</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written to %1. The last has the SHA-256 %2.</source>
        <translation>
            <numerusform>%n 条操作日志已写入 %1。最后一条的 SHA-256 为 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消，未写入任何内容。</translation>
    </message>
    <message>
        <source>The journal was not exported. %1</source>
        <translation>操作日志未导出。%1</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>操作日志(&amp;J)</translation>
    </message>
    <message>
        <source>Who has changed what, and when (%1)</source>
        <translation>谁在何时更改了什么 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::JournalModel</name>
    <message>
        <source>Entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>patina::JournalPanel</name>
    <message numerus="yes">
        <source>%n more are in the exported journal.</source>
        <translation>
            <numerusform>另有 %n 项在导出的操作日志中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal tells who has changed what, and when. It is part of a project: open one, or make one of a folder.</source>
        <translation>操作日志记录谁在何时更改了什么。它属于项目：请打开一个项目，或从文件夹新建一个。</translation>
    </message>
    <message>
        <source>The journal would tell what the first reader has said. It is here again when the second reading has ended.</source>
        <translation>操作日志会透露第一复核员的判定。第二次复核结束后会再次显示。</translation>
    </message>
    <message>
        <source>The journal cannot be shown. %1</source>
        <translation>无法显示操作日志。%1</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>尚无更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%n 条记录中的 %1 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1, SHA-256 %2</source>
        <translation>记录 %1，SHA-256 %2</translation>
    </message>
    <message>
        <source>Search: who, what, when</source>
        <translation>搜索：操作者、操作、时间</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>搜索操作日志</translation>
    </message>
    <message>
        <source>Of this image</source>
        <translation>仅此图像</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>What the entry changed</source>
        <translation>该记录更改的内容</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最后一条记录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Number and hash of the last entry. Kept elsewhere, they prove that nothing before them was written anew.</source>
        <translation>最后一条记录的编号和哈希值。另行保存后，可证明此前内容未被改写。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Whether the entries follow each other, and give what the project holds</source>
        <translation>检查各条记录是否前后相接并与项目内容一致</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>导出...</translation>
    </message>
    <message>
        <source>All entries as a CSV file</source>
        <translation>将所有记录导出为 CSV 文件</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapModel</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>patina::KeyMapPage</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Take it and &amp;set</source>
        <translation>取用并设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Take it and &amp;add</source>
        <translation>取用并添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; it is taken from there.</source>
        <translation>%1 属于“%2”；将从那里取用。</translation>
    </message>
    <message>
        <source>A key of this command belongs to &quot;%1&quot;, too: neither does anything.</source>
        <translation>此命令的一个按键也属于“%1”：两者都不起作用。</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>选择命令，然后按下新的按键。</translation>
    </message>
    <message>
        <source>Search for a command or a key</source>
        <translation>搜索命令或按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新按键(&amp;N)</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>新按键：请按下</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>不设按键(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>恢复默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>Usual keys for all &amp;commands</source>
        <translation>所有命令恢复默认按键(&amp;C)</translation>
    </message>
</context>
<context>
    <name>patina::LabelFiles</name>
    <message>
        <source>The import was cancelled; nothing was taken.</source>
        <translation>导入已取消；未导入任何内容。</translation>
    </message>
    <message>
        <source>The labels were not imported. %1</source>
        <translation>标注未能导入。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n labels were imported from %1.</source>
        <translation>
            <numerusform>已从 %1 导入 %n 个标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n 个原已存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit: %1.</source>
        <translation>
            <numerusform>%n 个不匹配：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个标注写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out; the first: %1.</source>
        <translation>
            <numerusform>略去了 %n 张图像；第一张：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>The labels were not exported. %1</source>
        <translation>标注未能导出。%1</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>Writing labels</source>
        <translation>正在写入标注</translation>
    </message>
    <message>
        <source>&amp;Import labels...</source>
        <translation>导入标注(&amp;I)...</translation>
    </message>
    <message>
        <source>Take labels that another program has written</source>
        <translation>导入其他程序写入的标注</translation>
    </message>
    <message>
        <source>&amp;Export labels...</source>
        <translation>导出标注(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the labels for other programs</source>
        <translation>为其他程序写入标注</translation>
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
    <name>patina::LikenessView</name>
    <message>
        <source>Select a region to see which good patch it looks most like.</source>
        <translation>选择一个区域，查看它最相似于哪个良品图像块。</translation>
    </message>
    <message>
        <source>Score the image to see which good patch the region looks most like.</source>
        <translation>为图像评分，查看区域最相似于哪个良品图像块。</translation>
    </message>
    <message>
        <source>The model does not say which image its patches are from.</source>
        <translation>模型没有记录其图像块来自哪张图像。</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>正在加载...</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>无法显示 %1。%2</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder of the training images beside the project.</source>
        <translation>此处没有 %1：请将训练图像的文件夹放在项目旁边。</translation>
    </message>
    <message>
        <source>%1 is not here: put the folder %2 beside the project.</source>
        <translation>此处没有 %1：请将文件夹 %2 放在项目旁边。</translation>
    </message>
    <message>
        <source>Looks most like</source>
        <translation>最相似于</translation>
    </message>
    <message>
        <source>This region</source>
        <translation>此区域</translation>
    </message>
    <message>
        <source>The selected region</source>
        <translation>所选区域</translation>
    </message>
    <message>
        <source>The good patch that it looks most like</source>
        <translation>与它最相似的良品图像块</translation>
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
        <source>%1 (read-only)</source>
        <translation>%1（只读）</translation>
    </message>
</context>
<context>
    <name>patina::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation>启动以来的消息</translation>
    </message>
    <message>
        <source>Nothing has been said yet. What cannot be done, and what is worth knowing, is kept here.</source>
        <translation>还没有消息。无法完成的操作和值得了解的情况会保留在这里。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py all</source>
        <translation>全部复制(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
</context>
<context>
    <name>patina::MessageModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
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
    <message>
        <source>All messages since the start</source>
        <translation>启动以来的所有消息</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有消息</translation>
    </message>
</context>
<context>
    <name>patina::Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>缩略导航图</translation>
    </message>
    <message>
        <source>The whole image; click or drag to move the view</source>
        <translation>整幅图像；点击或拖动以移动视图</translation>
    </message>
</context>
<context>
    <name>patina::MissModel</name>
    <message>
        <source>Escape</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>过杀</translation>
    </message>
    <message>
        <source>Impurity flagged</source>
        <translation>脏污被标记</translation>
    </message>
    <message>
        <source>good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Area in px</source>
        <translation>面积（像素）</translation>
    </message>
</context>
<context>
    <name>patina::ModelComparisonModel</name>
    <message>
        <source>Images scored here</source>
        <translation>此处已评分的图像</translation>
    </message>
    <message>
        <source>Of these %1</source>
        <translation>其中 %1</translation>
    </message>
    <message>
        <source>Thresholds of the model</source>
        <translation>模型的阈值</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>留出的图像</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>特征库</translation>
    </message>
    <message>
        <source>%1 rows x %2</source>
        <translation>%1 行 x %2</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选取方式</translation>
    </message>
    <message>
        <source>Covering radius, largest</source>
        <translation>覆盖半径，最大</translation>
    </message>
    <message>
        <source>Covering radius, 99.9 %</source>
        <translation>覆盖半径，99.9 %</translation>
    </message>
    <message>
        <source>Rows dropped for want of support</source>
        <translation>因缺少支持而舍弃的行</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未统计</translation>
    </message>
    <message>
        <source>Suspect regions</source>
        <translation>可疑区域</translation>
    </message>
    <message>
        <source>Images trained on</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图像块</translation>
    </message>
    <message>
        <source>Images that could not be read</source>
        <translation>无法读取的图像</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Began with</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>something of %n images</source>
        <translation>
            <numerusform>%n 张图像的部分内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>图像缩放</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Training took</source>
        <translation>训练用时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>峰值内存</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>patina::ModelFiguresModel</name>
    <message>
        <source>A on the same images: %1</source>
        <translation>A 在相同图像上：%1</translation>
    </message>
    <message>
        <source>Only A: %1; only this one: %2; McNemar&apos;s p before the adjustment %3</source>
        <translation>仅 A：%1；仅此模型：%2；校正前的 McNemar p %3</translation>
    </message>
    <message>
        <source>The figure; how far it is from A, with the 95 % interval of that (shares in percentage points; bold where it does not hold 0); McNemar&apos;s p, adjusted for the number of models (Holm)</source>
        <translation>指标；与 A 的差及其 95 % 区间（比例以百分点计；不含 0 时为粗体）；McNemar p，按模型数校正（Holm）</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>patina::ModelPair</name>
    <message>
        <source>Heatmap of %1</source>
        <translation>%1 的热图</translation>
    </message>
    <message>
        <source>The heatmap of %1 cannot be shown. %2</source>
        <translation>无法显示 %1 的热图。%2</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A：%1</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>is being scored</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>heatmap on its way</source>
        <translation>正在生成热图</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>no heatmap</source>
        <translation>没有热图</translation>
    </message>
</context>
<context>
    <name>patina::ModelVersionModel</name>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>reading...</source>
        <translation>正在读取...</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>in use, but not open</source>
        <translation>使用中，但未打开</translation>
    </message>
    <message>
        <source>The file is another model by now.</source>
        <translation>该文件现已是另一个模型。</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1，SHA-256 %2</translation>
    </message>
</context>
<context>
    <name>patina::OperatingModel</name>
    <message numerus="yes">
        <source>None of %n escaped: with 95 % confidence no more than %1 escape.</source>
        <translation>
            <numerusform>%n 个中无漏检：95 % 置信度下漏检率不超过 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>All defects: found</source>
        <translation>所有缺陷：检出</translation>
    </message>
    <message>
        <source>%1: found</source>
        <translation>%1：检出</translation>
    </message>
    <message>
        <source>%1, harmless: flagged</source>
        <translation>%1（无害）：被标记</translation>
    </message>
    <message>
        <source>Good parts: flagged (overkill)</source>
        <translation>良品：被标记（过杀）</translation>
    </message>
    <message>
        <source>False regions per good part</source>
        <translation>每个良品的误报区域</translation>
    </message>
    <message>
        <source>From review on</source>
        <translation>复核及以上</translation>
    </message>
    <message>
        <source>From reject on</source>
        <translation>拒收及以上</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Clean good parts: flagged</source>
        <translation>洁净良品：被标记</translation>
    </message>
    <message>
        <source>Good parts with impurities: flagged</source>
        <translation>带脏污的良品：被标记</translation>
    </message>
</context>
<context>
    <name>patina::PageHead</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the images (Esc); what is set here is kept</source>
        <translation>返回图像（Esc）；此处的设置会保留</translation>
    </message>
</context>
<context>
    <name>patina::PageKeys</name>
    <message>
        <source>Next section</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Write the data set or run the study</source>
        <translation>写入数据集或运行研究</translation>
    </message>
</context>
<context>
    <name>patina::PathField</name>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
</context>
<context>
    <name>patina::PolicyModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>In brackets: percentage points more or less than under the policy in use</source>
        <translation>括号内：与当前计法相差的百分点</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>计法</translation>
    </message>
    <message>
        <source>Defects found</source>
        <translation>检出的缺陷</translation>
    </message>
    <message>
        <source>Overkill</source>
        <translation>过杀</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>图像 AUROC</translation>
    </message>
    <message>
        <source>Pixel AP</source>
        <translation>像素 AP</translation>
    </message>
    <message>
        <source>AUPRO 0.30</source>
        <translation>AUPRO 0.30</translation>
    </message>
    <message>
        <source>In brackets: how much more or less than under the policy in use</source>
        <translation>括号内：比当前计法多或少多少</translation>
    </message>
</context>
<context>
    <name>patina::PolicyView</name>
    <message numerus="yes">
        <source>Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens one.</source>
        <translation>
            <numerusform>判定前 %n 个难以判定的区域可消除 80 % 的不确定性。按回车键打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>No region is ambiguous: nothing is left to be decided.</source>
        <translation>没有难以判定的区域：无需再判定。</translation>
    </message>
    <message>
        <source>What labels count as moves the figures by this much, at the review threshold. Return uses a policy.</source>
        <translation>标签的计法在复核阈值下使指标变化如下。按回车键采用一种计法。</translation>
    </message>
    <message>
        <source>Figures by policy</source>
        <translation>按计法的指标</translation>
    </message>
    <message>
        <source>Ambiguous regions</source>
        <translation>难以判定的区域</translation>
    </message>
    <message>
        <source>Whatever the ambiguous regions are, recall and overkill stay as they are at this threshold.</source>
        <translation>无论难以判定的区域如何判定，召回率与过杀在此阈值下都不变。</translation>
    </message>
</context>
<context>
    <name>patina::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项的页面</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
</context>
<context>
    <name>patina::PresetMenu</name>
    <message>
        <source>&amp;Remove a preset</source>
        <translation>移除预设(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep as a preset...</source>
        <translation>保存为预设(&amp;K)...</translation>
    </message>
    <message>
        <source>&amp;Open a specification...</source>
        <translation>打开规格(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Save the specification...</source>
        <translation>保存规格(&amp;S)...</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>规格 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the specification</source>
        <translation>保存规格</translation>
    </message>
    <message>
        <source>Open a specification</source>
        <translation>打开规格</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>移除预设</translation>
    </message>
    <message>
        <source>Remove the preset %1?</source>
        <translation>移除预设 %1？</translation>
    </message>
    <message>
        <source>The preset %1 cannot be removed.</source>
        <translation>无法移除预设 %1。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Named specifications, and files of them</source>
        <translation>命名的规格及其文件</translation>
    </message>
    <message>
        <source>The file %1 is there already. Replace it?</source>
        <translation>文件 %1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>There is a preset %1 already. Replace it?</source>
        <translation>预设 %1 已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>patina::PreviewLegend</name>
    <message>
        <source>Outline it; O outlines all or none</source>
        <translation>显示轮廓；按 O 全部显示或隐藏</translation>
    </message>
</context>
<context>
    <name>patina::ProjectRestoring</name>
    <message>
        <source>&amp;Restore project...</source>
        <translation>恢复项目(&amp;T)...</translation>
    </message>
    <message>
        <source>Makes a damaged project whole again, from its backup and its journal</source>
        <translation>用备份和操作日志修复损坏的项目</translation>
    </message>
    <message>
        <source>Restore project</source>
        <translation>恢复项目</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina 项目 (*.patinaproj);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The project %1 was not restored. %2</source>
        <translation>项目 %1 未能恢复。%2</translation>
    </message>
    <message>
        <source>The project %1 is damaged. Restore it?</source>
        <translation>项目 %1 已损坏。要恢复吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>It will be as it was after change %L1 of its journal (%2).</source>
        <translation>项目将恢复到操作日志中第 %L1 次更改之后的状态 (%2)。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes behind that, up to %1, cannot be made again.</source>
        <translation>
            <numerusform>其后的 %n 次更改（直到 %1）无法重新做出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that can still be read is lost.</source>
        <translation>仍可读取的内容不会丢失。</translation>
    </message>
    <message>
        <source>The backup reaches to change %L1 (%2).</source>
        <translation>备份包含到第 %L1 次更改 (%2)。</translation>
    </message>
    <message>
        <source>There is no backup; the journal tells it all.</source>
        <translation>没有备份；操作日志记录了全部内容。</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it under another name.</source>
        <translation>损坏的文件以另一名称保留在旁边。</translation>
    </message>
    <message>
        <source>%1 was restored.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>%1 was restored; the damaged file is kept as %2.</source>
        <translation>%1 已恢复；损坏的文件保留为 %2。</translation>
    </message>
    <message>
        <source>%1 was left as it is; it can be restored by the file menu.</source>
        <translation>%1 保持原样；可通过“文件”菜单恢复。</translation>
    </message>
</context>
<context>
    <name>patina::QuestionModel</name>
    <message>
        <source>Percentage points that recall and overkill move by with the decision, together</source>
        <translation>该判定使召回率与过杀合计变化的百分点</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Moves the figures by</source>
        <translation>影响幅度</translation>
    </message>
</context>
<context>
    <name>patina::QuitQuestion</name>
    <message>
        <source>Quit Patina</source>
        <translation>退出 Patina</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>正在训练模型。</translation>
    </message>
    <message>
        <source>If you quit now the training stops. What was done up to the last checkpoint is kept, and Resume goes on with it.</source>
        <translation>现在退出将停止训练。到最近一个检查点为止的结果会保留，可用“继续”接着训练。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
</context>
<context>
    <name>patina::RangePanel</name>
    <message>
        <source>Search the ranges</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>No range is called so.</source>
        <translation>没有这样的范围。</translation>
    </message>
    <message>
        <source>What each image draws its values from</source>
        <translation>每幅图像取值的范围</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Usual values of %1</source>
        <translation>%1 的默认值</translation>
    </message>
    <message numerus="yes">
        <source>They lie between the %n places where real ones lay. With their usual values they lie anywhere.</source>
        <translation>
            <numerusform>它们位于真实缺陷所在的 %n 个位置之间。恢复常用值后可位于任意位置。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::RangeRow</name>
    <message>
        <source>%1 is not allowed: %2.</source>
        <translation>不允许 %1：%2。</translation>
    </message>
    <message>
        <source>%1 (%2.%3)</source>
        <translation>%1(%2.%3)</translation>
    </message>
    <message>
        <source>%1, %2: at least</source>
        <translation>%1，%2：至少</translation>
    </message>
    <message>
        <source>%1, %2: at most</source>
        <translation>%1，%2：至多</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>patina::ReadingBar</name>
    <message>
        <source>Second reading by %1. What others have decided and imported labels are hidden.</source>
        <translation>%1 正在进行第二次复核。其他人的判定和导入的标注已隐藏。</translation>
    </message>
</context>
<context>
    <name>patina::ReadingDialog</name>
    <message>
        <source>Second reading</source>
        <translation>第二次复核</translation>
    </message>
    <message>
        <source>The second reader decides on the regions that the first one has decided on, without seeing what others have said. At the end the two are compared.</source>
        <translation>第二复核员对第一复核员已判定的区域再作判定，看不到其他人的判定。最后对双方的判定进行比较。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>&amp;Start reading</source>
        <translation>开始复核(&amp;S)</translation>
    </message>
    <message>
        <source>Second &amp;reader:</source>
        <translation>第二复核员(&amp;R)：</translation>
    </message>
    <message>
        <source>Regions &amp;decided by:</source>
        <translation>已作判定者(&amp;D)：</translation>
    </message>
    <message>
        <source>%1 has made the first reading: the second one takes somebody else.</source>
        <translation>%1 已做第一次复核：第二次须由他人进行。</translation>
    </message>
    <message>
        <source>The reading was not started. %1</source>
        <translation>复核未能开始。%1</translation>
    </message>
</context>
<context>
    <name>patina::ReadingFeature</name>
    <message>
        <source>Nobody has decided on a region yet: there is nothing to read for the second time.</source>
        <translation>还没有人对区域作过判定：没有可供第二次复核的内容。</translation>
    </message>
    <message>
        <source>Secon&amp;d reading...</source>
        <translation>第二次复核(&amp;D)...</translation>
    </message>
    <message>
        <source>Somebody else decides on the same regions, without seeing what was decided</source>
        <translation>由他人对相同区域作判定，看不到已有的判定</translation>
    </message>
    <message>
        <source>End the re&amp;ading</source>
        <translation>结束复核(&amp;A)</translation>
    </message>
    <message>
        <source>Ends the second reading and shows how far the readers agree</source>
        <translation>结束第二次复核，并显示复核员的一致程度</translation>
    </message>
    <message>
        <source>Agreemen&amp;t of readers...</source>
        <translation>复核员一致性(&amp;T)...</translation>
    </message>
    <message>
        <source>Compares what two readers have decided</source>
        <translation>比较两名复核员的判定</translation>
    </message>
</context>
<context>
    <name>patina::RecentDelegate</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>patina::RecentProjectModel</name>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>%1, in %2, missing</source>
        <translation>%1，位于 %2，缺失</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
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
    <message>
        <source>Call the selected regions %1</source>
        <translation>将所选区域判为 %1</translation>
    </message>
    <message>
        <source>No image is shown.</source>
        <translation>未显示图像。</translation>
    </message>
    <message>
        <source>The first reading has nothing to decide on this image.</source>
        <translation>第一次复核在此图像上没有需要判定的区域。</translation>
    </message>
    <message>
        <source>Open a model to see what it flags here.</source>
        <translation>打开模型以查看它在此标出的区域。</translation>
    </message>
    <message>
        <source>The file of this image is missing.</source>
        <translation>此图像的文件缺失。</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>此图像尚未评分。</translation>
    </message>
    <message>
        <source>This image could not be scored.</source>
        <translation>此图像无法评分。</translation>
    </message>
    <message>
        <source>The regions are on their way.</source>
        <translation>正在获取区域。</translation>
    </message>
    <message>
        <source>Nothing on this image is above the review threshold.</source>
        <translation>此图像上没有高于复核阈值的区域。</translation>
    </message>
    <message>
        <source>Without thresholds nothing is flagged: the model is not calibrated.</source>
        <translation>没有阈值就不会标出区域：模型未校准。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewFlow</name>
    <message>
        <source>Nothing waits for a decision. Open a model and score the images first.</source>
        <translation>没有待判定的区域。请先打开模型并为图像评分。</translation>
    </message>
    <message>
        <source>Every region that is flagged has been decided.</source>
        <translation>所有被标出的区域均已判定。</translation>
    </message>
    <message>
        <source>Every region of the first reading has been decided. End the reading to see how far you agree.</source>
        <translation>第一次复核的所有区域均已判定。结束复核可查看一致程度。</translation>
    </message>
    <message>
        <source>S&amp;kip region</source>
        <translation>跳过区域(&amp;K)</translation>
    </message>
    <message>
        <source>Leave the region for later: it comes back at the end (K)</source>
        <translation>将此区域留待以后：最后会再次出现 (K)</translation>
    </message>
    <message>
        <source>Image b&amp;y image</source>
        <translation>逐张图像(&amp;Y)</translation>
    </message>
    <message>
        <source>All regions of an image before the next image, whatever is more uncertain</source>
        <translation>先看完一张图像的所有区域再看下一张，不论哪个更不确定</translation>
    </message>
    <message>
        <source>Nothing is flagged at the review threshold.</source>
        <translation>在复核阈值下没有标出区域。</translation>
    </message>
    <message>
        <source>&amp;Go on after a decision</source>
        <translation>判定后自动前进(&amp;G)</translation>
    </message>
    <message>
        <source>A decision leads to the next region: one key for each</source>
        <translation>判定后转到下一个区域：每个区域只需一个按键</translation>
    </message>
    <message>
        <source>The regions of an image that was passed by are found when the training is done; it comes back at the end.</source>
        <translation>跳过的图像的区域将在训练结束后获取；该图像会在最后再次出现。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>&amp;Name of the reader</source>
        <translation>复核员姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Decisions are kept and journaled under this name; left empty, under the login name. Each reader sees his own decisions.</source>
        <translation>判定以此姓名保存并记入操作日志；留空则用登录名。每名复核员只看到自己的判定。</translation>
    </message>
</context>
<context>
    <name>patina::ReviewProgress</name>
    <message>
        <source>%1 of %2 regions</source>
        <translation>%1 / %2 个区域</translation>
    </message>
    <message>
        <source>%1, %2 skipped</source>
        <translation>%1，已跳过 %2 个</translation>
    </message>
    <message>
        <source>Regions of all scored images that have been decided</source>
        <translation>所有已评分图像中已判定的区域</translation>
    </message>
    <message>
        <source>Regions that have been decided</source>
        <translation>已判定的区域</translation>
    </message>
</context>
<context>
    <name>patina::RuleBox</name>
    <message>
        <source>each class</source>
        <translation>每个类别</translation>
    </message>
    <message>
        <source>There is no outlined defect that could escape: label or paint some.</source>
        <translation>没有可漏检的缺陷轮廓：请先判定或涂画。</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>正在查找...</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Of class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计数单位</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>标准差倍数</translation>
    </message>
    <message>
        <source>An escape costs</source>
        <translation>每次漏检成本</translation>
    </message>
    <message>
        <source>An overkill costs</source>
        <translation>每次过杀成本</translation>
    </message>
    <message>
        <source>Defective parts</source>
        <translation>缺陷件比例</translation>
    </message>
    <message>
        <source>For calibration</source>
        <translation>用于校准</translation>
    </message>
    <message>
        <source>Share of the groups that the thresholds are chosen on; the others show how they hold</source>
        <translation>用于选定阈值的分组比例；其余分组用于检验</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none: the counted share</source>
        <translation>无：按实际比例</translation>
    </message>
    <message>
        <source>each defect, each good image</source>
        <translation>每个缺陷、每张良品图像</translation>
    </message>
    <message>
        <source>whole groups</source>
        <translation>整个分组</translation>
    </message>
    <message>
        <source>as counted</source>
        <translation>按实际计数</translation>
    </message>
    <message>
        <source>Find thresholds</source>
        <translation>查找阈值</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use the nearest</source>
        <translation>采用最接近的值</translation>
    </message>
    <message>
        <source>The project knows no groups: each image would count as a part of its own. Count each defect and each good image, or make the project from a data set with a groups.csv.</source>
        <translation>项目中没有分组：每张图像都会被当作一个独立零件。请按每个缺陷和每张良品图像计数，或用带有 groups.csv 的数据集新建项目。</translation>
    </message>
    <message>
        <source>The parts, as patina-cli threshold deals them too (SHA-256 of the names of their images): calibration %1, acceptance %2</source>
        <translation>两个部分与 patina-cli threshold 的划分相同（图像名称的 SHA-256）：校准 %1，验收 %2</translation>
    </message>
</context>
<context>
    <name>patina::ScaleDialog</name>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Millimetres per pixel</source>
        <translation>每像素毫米数</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>The side of one image pixel on the part. The status bar then tells millimetres, too. 0: not known.</source>
        <translation>一个图像像素在零件上的边长。状态栏随之也显示毫米。0：未知。</translation>
    </message>
    <message>
        <source>One &amp;pixel is</source>
        <translation>一个像素为(&amp;P)</translation>
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
    <message>
        <source>Scores are not kept in the project. %1</source>
        <translation>异常分数未能保存在项目中。%1</translation>
    </message>
    <message>
        <source>Heatmaps are not kept for the next time: %1.</source>
        <translation>热图未能保存供下次使用：%1。</translation>
    </message>
    <message>
        <source>No backup of the project was made. %1</source>
        <translation>未能建立项目备份。%1</translation>
    </message>
    <message>
        <source>The project %1 is damaged: %2.</source>
        <translation>项目 %1 已损坏：%2。</translation>
    </message>
    <message>
        <source>It is another model by now.</source>
        <translation>它现在已是另一个模型。</translation>
    </message>
    <message>
        <source>The scores shown are those of the model %1, which was not opened. %2 Open it to see heatmaps and to score.</source>
        <translation>显示的异常分数来自模型 %1，该模型未能打开。%2 打开它才能查看热图和评分。</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>正在打开项目</translation>
    </message>
    <message>
        <source>Scoring begins when the training is done, with its model: one job at a time uses the engine.</source>
        <translation>训练完成后将用训练出的模型开始评分：引擎一次只供一个任务使用。</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the images that are not scored yet wait until the training is done.</source>
        <translation>引擎一次只供一个任务使用：尚未评分的图像要等到训练完成。</translation>
    </message>
    <message>
        <source>Training was cancelled. What was done is kept where a checkpoint was written; Resume goes on with it.</source>
        <translation>训练已取消。写有检查点之处，已完成的部分保留；点击“继续”可接着训练。</translation>
    </message>
    <message>
        <source>The training ended without a model. %1</source>
        <translation>训练结束，但没有得到模型。%1</translation>
    </message>
    <message>
        <source>The model was not noted in the project. %1</source>
        <translation>模型未能记入项目。%1</translation>
    </message>
    <message>
        <source>Stopping the training</source>
        <translation>正在停止训练</translation>
    </message>
    <message>
        <source>Training waits for the engine</source>
        <translation>训练正在等待引擎</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source> (scoring waits)</source>
        <translation>（评分等待中）</translation>
    </message>
    <message>
        <source>The model %1, which the project works with, was not opened. %2</source>
        <translation>项目所用的模型 %1 未能打开。%2</translation>
    </message>
    <message>
        <source>The model %1 was replaced by another one: its SHA-256 is %2, not %3.</source>
        <translation>模型 %1 已被另一个模型替换：其 SHA-256 为 %2，而非 %3。</translation>
    </message>
    <message>
        <source>That the model is in use was not kept in the project. %1</source>
        <translation>“模型正在使用”未能保存到项目中。%1</translation>
    </message>
    <message>
        <source>The labelling policy was not kept. %1</source>
        <translation>计法未保存。%1</translation>
    </message>
    <message>
        <source>The minimum area was not kept. %1</source>
        <translation>最小面积未能保存。%1</translation>
    </message>
</context>
<context>
    <name>patina::StartPage</name>
    <message>
        <source>New project from a folder</source>
        <translation>用文件夹新建项目</translation>
    </message>
    <message>
        <source>What people decide on its images is kept, with a journal, in one file</source>
        <translation>对其中图像的判定连同操作日志保存在一个文件中</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>从上次的位置继续</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Look at part images or a data set; nothing is written</source>
        <translation>查看零件图像或数据集；不写入任何内容</translation>
    </message>
    <message>
        <source>Visual surface inspection. Trained on good parts only, it shows what is not as usual.</source>
        <translation>表面外观检测。只用良品训练，显示与平常不同之处。</translation>
    </message>
    <message>
        <source>&amp;Recent projects</source>
        <translation>最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Projects that you make or open are listed here.</source>
        <translation>新建或打开的项目列在这里。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>patina::StudyFeature</name>
    <message>
        <source>Stopping the study: %1</source>
        <translation>正在停止研究：%1</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>研究：%1</translation>
    </message>
    <message>
        <source>St&amp;udies</source>
        <translation>研究(&amp;U)</translation>
    </message>
    <message>
        <source>Compare ways to make a bank, with intervals over seeds and parts (%1)</source>
        <translation>比较建立特征库的各种方式，区间涵盖随机种子与零件 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::StudyForm</name>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>正在查找已安装的骨干网络...</translation>
    </message>
    <message>
        <source>No backbone is installed: install one on the page of training.</source>
        <translation>未安装骨干网络：请在训练页面安装。</translation>
    </message>
    <message>
        <source>Choose a folder: %1.</source>
        <translation>请选择文件夹：%1。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Numbers of real images are whole numbers up to %1 with commas between them; 0 stands for all.</source>
        <translation>真实图像数量须为不超过 %1 的整数，以逗号分隔；0 表示全部。</translation>
    </message>
    <message>
        <source>Sizes of the bank are whole numbers from 1 to %1 with commas between them.</source>
        <translation>特征库大小须为 1 至 %1 的整数，以逗号分隔。</translation>
    </message>
    <message>
        <source>Say which folder the results go to.</source>
        <translation>请指定结果文件夹。</translation>
    </message>
    <message>
        <source>The results need a folder, and this is a file.</source>
        <translation>结果需要一个文件夹，而这是一个文件。</translation>
    </message>
    <message>
        <source>The results would lie among the images of a data set: choose another folder.</source>
        <translation>结果会混入数据集的图像之中：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>A study is there already: it goes on, and runs that are the same are not made again.</source>
        <translation>此处已有研究：将继续进行，相同的运行不再重复。</translation>
    </message>
    <message>
        <source>This folder holds other files: they stay, and the study&apos;s own come to lie beside them.</source>
        <translation>此文件夹中有其他文件：它们会保留，研究的文件放在旁边。</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>A data set with training and test images</source>
        <translation>包含训练和测试图像的数据集</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>不可拆分的组</translation>
    </message>
    <message>
        <source>A regular expression whose parenthesis matches the part or batch in an image&apos;s path, or a CSV file image,group; empty: as the data set says, else each image for itself</source>
        <translation>正则表达式，其括号匹配图像路径中的零件或批次；或 CSV 文件 image,group；留空：按数据集，否则每张图像单独成组</translation>
    </message>
    <message>
        <source>as the data set says</source>
        <translation>按数据集</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>用于计算特征的网络</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>特征库（行）</translation>
    </message>
    <message>
        <source>Of the bank of every arm</source>
        <translation>每个方案的特征库</translation>
    </message>
    <message>
        <source>Banks, rows</source>
        <translation>特征库，行数</translation>
    </message>
    <message>
        <source>Sizes of banks with commas between them, one arm for each</source>
        <translation>特征库大小，以逗号分隔，每个对应一个方案</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>真实图像</translation>
    </message>
    <message>
        <source>Numbers of real training images with commas between them; 0 stands for all</source>
        <translation>真实训练图像数量，以逗号分隔；0 表示全部</translation>
    </message>
    <message>
        <source>Training images, at most</source>
        <translation>训练图像，至多</translation>
    </message>
    <message>
        <source>All training images are no more than that many</source>
        <translation>全部训练图像不超过此数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Runs of every arm, each with other images drawn and another order: intervals are over them</source>
        <translation>每个方案的运行次数，每次抽取的图像和顺序不同：区间涵盖这些运行</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Folder for models, runs and the report; a study that was cancelled goes on there</source>
        <translation>用于模型、运行和报告的文件夹；已取消的研究在此继续</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <source>%1, which is open</source>
        <translation>%1（已打开）</translation>
    </message>
    <message>
        <source>Another study is there (%1), and its report would be lost: choose another folder.</source>
        <translation>那里已有另一项研究（%1），其报告会丢失：请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>An arm for each number; 0 stands for all</source>
        <translation>每个数对应一个方案；0 表示全部</translation>
    </message>
</context>
<context>
    <name>patina::StudyMore</name>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>The recipe cannot be used. %1</source>
        <translation>该配方无法使用。%1</translation>
    </message>
    <message>
        <source>Features need a folder, and this is a file.</source>
        <translation>特征需要文件夹，而这是一个文件。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Recipe of made parts, what is kept, reduced images, seeds, features</source>
        <translation>合成零件的配方、保留内容、缩小图像、种子、特征</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the images of the first data set, then a real one, anew for every seed; empty: that data set itself</source>
        <translation>合成零件的规格：按第一个数据集（此时为真实数据集）的图像制作，每个随机种子重新制作；留空则使用该数据集本身</translation>
    </message>
    <message>
        <source>A specification of synthetic parts: they are made like the n real ones after it; empty: their photos, taken once more</source>
        <translation>合成零件的规格：据此按 n 个真实零件制作；留空则为重新拍摄的真实照片</translation>
    </message>
    <message>
        <source>Specifications (*.json);;All files (*)</source>
        <translation>规格（*.json）;;所有文件（*）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>photos, taken once more</source>
        <translation>重新拍摄的照片</translation>
    </message>
    <message>
        <source>Synthetic rows</source>
        <translation>合成行</translation>
    </message>
    <message>
        <source>What becomes of them while real images are learnt</source>
        <translation>学习真实图像时如何处理它们</translation>
    </message>
    <message>
        <source>compete with new ones</source>
        <translation>与新行竞争</translation>
    </message>
    <message>
        <source>a share of them stays</source>
        <translation>保留一部分</translation>
    </message>
    <message>
        <source>Their share</source>
        <translation>保留比例</translation>
    </message>
    <message>
        <source>Of the rows of the bank</source>
        <translation>占特征库行数的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size of images</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>Images are reduced to this share of their sides: faster, coarser</source>
        <translation>图像各边缩小到该比例：更快，但更粗略</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>首个随机种子</translation>
    </message>
    <message>
        <source>The seeds are this number and those after it: others give a second, independent study</source>
        <translation>随机种子为该数及其后的数：换一个数即得到第二个独立研究</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>A folder for features: with it the backbone looks at every image once for all runs</source>
        <translation>特征文件夹：有了它，骨干网络在所有运行中对每幅图像只处理一次</translation>
    </message>
    <message>
        <source>Folder for features</source>
        <translation>特征文件夹</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>不保存</translation>
    </message>
</context>
<context>
    <name>patina::StudyPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>未能查明已安装的骨干网络。%1</translation>
    </message>
    <message>
        <source>One job at a time uses the engine: the study begins when it is free.</source>
        <translation>引擎一次只运行一个任务：空闲后开始研究。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; is done: %2.</source>
        <translation>研究“%1”已完成：%2。</translation>
    </message>
    <message>
        <source>Cancelled. Run goes on where it was, as long as the fields stay as they are.</source>
        <translation>已取消。只要各字段不变，“运行”会从中断处继续。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; was cancelled. Its runs are kept: run again in the same folder, it goes on.</source>
        <translation>研究“%1”已取消。其运行已保留：在同一文件夹中再次运行即可继续。</translation>
    </message>
    <message>
        <source>The study &quot;%1&quot; did not come to an end. %2</source>
        <translation>研究“%1”未能完成。%2</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>正在等待引擎...</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%2 次运行中的 %1 次</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Train and test every arm with every seed</source>
        <translation>用每个随机种子训练并测试每个方案</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the study; the runs that are done are kept</source>
        <translation>停止研究；已完成的运行会保留</translation>
    </message>
    <message>
        <source>The window stays usable; scoring and training wait, for one job at a time uses the engine. A study that is cancelled goes on where it was when it is run again in the same folder.</source>
        <translation>窗口仍可使用；评分和训练会等待，因为引擎一次只运行一个任务。已取消的研究在同一文件夹中再次运行时，会从中断处继续。</translation>
    </message>
    <message>
        <source>Progress of the study</source>
        <translation>研究进度</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Folder of a study</source>
        <translation>研究的文件夹</translation>
    </message>
    <message>
        <source>There is no study to be shown. %1</source>
        <translation>没有可显示的研究。%1</translation>
    </message>
    <message>
        <source>Open a study...</source>
        <translation>打开研究...</translation>
    </message>
    <message>
        <source>Show what a study of before came to, without running it again</source>
        <translation>显示以前研究的结果，无需重新运行</translation>
    </message>
    <message>
        <source>Choose a question, name its data sets and a folder for the results, and press Run. Every way to make a bank (an arm) is trained and tested with every seed; what comes of it is a table with intervals, differences, charts and a report. A study of before is shown by Open a study.</source>
        <translation>选择一个问题，指定其数据集和结果文件夹，然后按“运行”。每种建立特征库的方式（一个方案）都用每个随机种子训练和测试；得到带区间的表格、差异、图表和报告。以前的研究可用“打开研究”显示。</translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation>运行研究</translation>
    </message>
</context>
<context>
    <name>patina::StudyResultView</name>
    <message numerus="yes">
        <source>%n arms</source>
        <translation>
            <numerusform>%n 个方案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%n 个随机种子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups of test parts</source>
        <translation>
            <numerusform>%n 组测试零件</numerusform>
        </translation>
    </message>
    <message>
        <source>backbone %1</source>
        <translation>骨干网络 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were there already</source>
        <translation>
            <numerusform>%n 次运行已存在</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>This figure has no meaning in any arm.</source>
        <translation>此指标在任何方案中都没有意义。</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>本机上没有程序能打开 %1。</translation>
    </message>
    <message>
        <source>&amp;Means</source>
        <translation>均值(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Differences</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>Means over the seeds</source>
        <translation>各随机种子的均值</translation>
    </message>
    <message>
        <source>Differences of arms</source>
        <translation>方案之间的差异</translation>
    </message>
    <message>
        <source>Figure of the chart</source>
        <translation>曲线的指标</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>study.html, in the browser</source>
        <translation>study.html，在浏览器中</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Report, tables, models and runs</source>
        <translation>报告、表格、模型和运行</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals over seeds and test parts.</source>
        <translation>括号内：涵盖随机种子和测试零件的 95 % 区间。</translation>
    </message>
    <message>
        <source>%1 Bold: the interval does not hold 0.</source>
        <translation>%1 粗体：区间不含 0。</translation>
    </message>
    <message>
        <source>Bands: 95 % intervals over seeds and test parts.</source>
        <translation>色带：涵盖随机种子和测试零件的 95 % 区间。</translation>
    </message>
    <message>
        <source>Arm, as in the table</source>
        <translation>方案（按表中顺序）</translation>
    </message>
    <message>
        <source>Bars: 95 % intervals over seeds and test parts.</source>
        <translation>误差线：跨随机种子和测试零件的 95 % 区间。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 Without brackets: too few seeds or parts for one.</source>
        <translation>%1无括号的：种子或零件太少，得不出区间。</translation>
    </message>
    <message>
        <source>Points without an interval: too few seeds or parts for one.</source>
        <translation>无区间的点：种子或零件太少，得不出区间。</translation>
    </message>
</context>
<context>
    <name>patina::StudyTableModel</name>
    <message>
        <source>%1, clear of 0</source>
        <translation>%1，区间不含 0</translation>
    </message>
    <message>
        <source>%1; no interval: too few parts or seeds</source>
        <translation>%1；无区间：零件或随机种子过少</translation>
    </message>
</context>
<context>
    <name>patina::SuspectModel</name>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>How far the region is from the other images: above 1, the bank would not cover it without it</source>
        <translation>该区域与其他图像的距离：大于 1 时，若无该区域自身，特征库便无法覆盖它</translation>
    </message>
    <message>
        <source>Rows of the bank that lie in the region; of a held-out image none do</source>
        <translation>位于该区域内的特征库行；留出的图像没有</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Loneliness</source>
        <translation>孤立度</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>patina::SwipeHandle</name>
    <message>
        <source>Edge between the two pictures</source>
        <translation>两张图片的分界线</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisContentBox</name>
    <message>
        <source>Part</source>
        <translation>零件</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>How the metal was machined</source>
        <translation>金属的加工方式</translation>
    </message>
    <message>
        <source>Real images</source>
        <translation>真实图像</translation>
    </message>
    <message>
        <source>Folder of good images, or a data set, that the surface is to be like</source>
        <translation>表面要仿照的良品图像文件夹或数据集</translation>
    </message>
    <message>
        <source>Folder of good images</source>
        <translation>良品图像文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Made from them</source>
        <translation>由此生成</translation>
    </message>
    <message>
        <source>New texture like theirs</source>
        <translation>类似的新纹理</translation>
    </message>
    <message>
        <source>The images themselves</source>
        <translation>图像本身</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光源</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>条形</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>环形</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed makes the same images</source>
        <translation>相同的随机种子生成相同的图像</translation>
    </message>
    <message>
        <source>Roll the dice</source>
        <translation>掷骰子</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation>脏污</translation>
    </message>
    <message>
        <source>Ambiguous cases</source>
        <translation>难以判定的情形</translation>
    </message>
    <message>
        <source>None is written: below, the number of each defect is 0.</source>
        <translation>不会写入任何一种：下方每种缺陷的数量为 0。</translation>
    </message>
    <message>
        <source>None is written: below, the number of ambiguous ones is 0.</source>
        <translation>不会写入任何一种：下方难以判定的数量为 0。</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisFeature</name>
    <message>
        <source>Writing a data set</source>
        <translation>正在写入数据集</translation>
    </message>
    <message>
        <source>S&amp;ynthetic parts</source>
        <translation>合成零件(&amp;Y)</translation>
    </message>
    <message>
        <source>Make images of parts that were never photographed (%1)</source>
        <translation>生成从未拍摄过的零件图像（%1）</translation>
    </message>
    <message>
        <source>Nothing on this machine opens %1.</source>
        <translation>本机上没有程序能打开 %1。</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisOutputBox</name>
    <message>
        <source>Choose a folder for the data set.</source>
        <translation>请为数据集选择文件夹。</translation>
    </message>
    <message>
        <source>%1 are free there.</source>
        <translation>那里有 %1 可用空间。</translation>
    </message>
    <message>
        <source>The folder holds something else; choose an empty or a new one.</source>
        <translation>文件夹中有其他内容；请选择空的或新的文件夹。</translation>
    </message>
    <message>
        <source>That is a file; choose a folder.</source>
        <translation>这是文件；请选择文件夹。</translation>
    </message>
    <message>
        <source>The folder cannot be written to; choose another one.</source>
        <translation>无法写入该文件夹；请另选一个。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1, about %2, in about %3.</source>
        <translation>%1，约 %2，约需 %3。</translation>
    </message>
    <message>
        <source>There is not enough room.</source>
        <translation>空间不足。</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止...</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>写入数据集</translation>
    </message>
    <message>
        <source>Open the stained one as a project</source>
        <translation>将有脏污的作为项目打开</translation>
    </message>
    <message>
        <source>Open as a project</source>
        <translation>作为项目打开</translation>
    </message>
    <message>
        <source>Open the clean one</source>
        <translation>打开洁净的</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>To train on</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>Good images</source>
        <translation>良品图像</translation>
    </message>
    <message>
        <source>To validate</source>
        <translation>用于验证</translation>
    </message>
    <message>
        <source>Good images to validate on</source>
        <translation>用于验证的良品图像</translation>
    </message>
    <message>
        <source>Good, to test</source>
        <translation>测试用良品</translation>
    </message>
    <message>
        <source>Good images to test on</source>
        <translation>用于测试的良品图像</translation>
    </message>
    <message>
        <source>Of each defect</source>
        <translation>每种缺陷</translation>
    </message>
    <message>
        <source>Images to test on of each class of defects</source>
        <translation>每类缺陷的测试图像</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>难以判定</translation>
    </message>
    <message>
        <source>Images that nobody can be sure of; they count nowhere</source>
        <translation>无人能确定的图像；不计入任何统计</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>A pixel is</source>
        <translation>每像素</translation>
    </message>
    <message>
        <source>Millimetres of the part that a pixel sees</source>
        <translation>一个像素对应零件的毫米数</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Both share everything but the impurities</source>
        <translation>两者除脏污外完全相同</translation>
    </message>
    <message>
        <source>Clean and stained</source>
        <translation>洁净和有脏污</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>洁净</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>有脏污</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>Progress of the data set</source>
        <translation>数据集进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept</source>
        <translation>停止；已完成的会保留</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>A data set of another specification lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>此处有另一规格的数据集：其中 %n 张图像将被替换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another version of the program made what lies there: %n of its images are replaced.</source>
        <translation>
            <numerusform>此处的数据集由程序的另一版本生成：其中 %n 张图像将被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>The data set is there already; nothing is to do.</source>
        <translation>数据集已在此处，无需再做。</translation>
    </message>
    <message numerus="yes">
        <source>%n others are removed.</source>
        <translation>
            <numerusform>另有 %n 张将被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Looking at the folder...</source>
        <translation>正在查看文件夹...</translation>
    </message>
    <message numerus="yes">
        <source>%n images are there and stay.</source>
        <translation>
            <numerusform>已有 %n 张图像，予以保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the images that are not there yet</source>
        <translation>写入尚不存在的图像</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 of %2 are made</source>
        <translation>%2，已完成 %1 幅</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 are left</source>
        <translation>
            <numerusform>%1，还差 %Ln 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Bits of a channel: a model takes images of one depth alone</source>
        <translation>每通道的位数：一个模型只接受同一种位深的图像</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>%1 of 16 bits</source>
        <translation>16 位中的 %1 位</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPage</name>
    <message>
        <source>Choose the folder of real images that the surface is to be like.</source>
        <translation>请选择表面要仿照的真实图像文件夹。</translation>
    </message>
    <message>
        <source>Looking at the images...</source>
        <translation>正在查看图像...</translation>
    </message>
    <message>
        <source>The data set was not written. %1</source>
        <translation>数据集未写入。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them stood already.</source>
        <translation>
            <numerusform>其中 %n 幅已经存在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>图像 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder, or choose a real image to compare with.</source>
        <translation>打开文件夹，或选择用于比较的真实图像。</translation>
    </message>
    <message>
        <source>Synthesis</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Synthetic parts</source>
        <translation>合成零件</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>范围</translation>
    </message>
    <message numerus="yes">
        <source>%n images.</source>
        <translation>
            <numerusform>%n 幅图像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>写入数据集</translation>
    </message>
    <message>
        <source>%1 are written, in %2 s.</source>
        <translation>已写入 %1，用时 %2 秒。</translation>
    </message>
    <message>
        <source>%1: made, not a real one</source>
        <translation>%1：合成的，并非真实图像</translation>
    </message>
    <message>
        <source>Making the first picture...</source>
        <translation>正在生成第一幅图像...</translation>
    </message>
</context>
<context>
    <name>patina::SynthesisPreviewView</name>
    <message>
        <source>%1 x %2 px</source>
        <translation>%1 x %2 像素</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>as it will be</source>
        <translation>与写入的一致</translation>
    </message>
    <message>
        <source>rough; zoom in for its pixels</source>
        <translation>粗略；放大可见实际像素</translation>
    </message>
    <message>
        <source>rough</source>
        <translation>粗略</translation>
    </message>
    <message>
        <source>Good part</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>Which images of the data set are looked at</source>
        <translation>查看数据集中的哪些图像</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>编号 </translation>
    </message>
    <message>
        <source>Number of the image</source>
        <translation>图像编号</translation>
    </message>
    <message>
        <source>Which of these images; Page up and Page down go through them</source>
        <translation>其中哪一幅；Page Up 和 Page Down 逐幅切换</translation>
    </message>
    <message>
        <source>Stained</source>
        <translation>有脏污</translation>
    </message>
    <message>
        <source>With impurities; the clean version is the same without them</source>
        <translation>带脏污；洁净版本除此之外相同</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (1)</source>
        <translation>一个图像像素对应一个屏幕像素（1）</translation>
    </message>
    <message>
        <source>Compare with the image that is open</source>
        <translation>与打开的图像比较</translation>
    </message>
    <message>
        <source>Choose a real image to compare with</source>
        <translation>选择用于比较的真实图像</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Real image</source>
        <translation>真实图像</translation>
    </message>
    <message>
        <source>Show both images whole (F)</source>
        <translation>完整显示两幅图像（F）</translation>
    </message>
    <message>
        <source>no impurity on this one</source>
        <translation>此图无脏污</translation>
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
    <message numerus="yes">
        <source>Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with a folder of good parts.</source>
        <translation>
            <numerusform>阈值较粗略：仅来自 %n 张留出的良品图像。请留出更多图像，或用一个良品文件夹校准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Smaller regions do not count: they are not listed, and neither flag a part nor find a defect</source>
        <translation>更小的区域不计入:不列出,既不标记零件,也不算检出缺陷</translation>
    </message>
    <message>
        <source>%1 (%2 mm²)</source>
        <translation>%1 (%2 mm²)</translation>
    </message>
    <message>
        <source>Least &amp;area</source>
        <translation>最小面积(&amp;A)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Least area of a region, in pixels of the image</source>
        <translation>区域的最小面积(图像像素)</translation>
    </message>
</context>
<context>
    <name>patina::TonePanel</name>
    <message>
        <source>Window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Value shown black</source>
        <translation>显示为黑色的值</translation>
    </message>
    <message>
        <source>Value shown white</source>
        <translation>显示为白色的值</translation>
    </message>
    <message>
        <source>How often values occur</source>
        <translation>各值出现的次数</translation>
    </message>
    <message>
        <source>How often values occur. Drag the handles: what is left of them is black, right of them white.</source>
        <translation>各值出现的次数。拖动滑块：左侧的值为黑色，右侧的值为白色。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>0.5 % of the pixels black and as many white</source>
        <translation>0.5 % 的像素为黑色，同样多的为白色</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>As the image is stored</source>
        <translation>与图像存储时相同</translation>
    </message>
</context>
<context>
    <name>patina::TrainingDataBox</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Good training images of the project</source>
        <translation>项目的良品训练图像</translation>
    </message>
    <message>
        <source>Good training images of the open folder</source>
        <translation>所打开文件夹的良品训练图像</translation>
    </message>
    <message>
        <source>What is labelled on them as a defect or ambiguous is kept out of the bank</source>
        <translation>其中标注为缺陷或难以判定的部分不进入特征库</translation>
    </message>
    <message>
        <source>A data set, or a folder of good images</source>
        <translation>数据集，或良品图像的文件夹</translation>
    </message>
    <message>
        <source>Folder to train on</source>
        <translation>用于训练的文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>patina::TrainingFeature</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Train a model...</source>
        <translation>训练模型(&amp;T)...</translation>
    </message>
    <message>
        <source>Train a model on good parts (%1)</source>
        <translation>用良品训练模型 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingMachineBox</name>
    <message>
        <source>Measuring what the run will take...</source>
        <translation>正在测量训练所需的内存...</translation>
    </message>
    <message>
        <source>program, network and image %1</source>
        <translation>程序、网络和图像 %1</translation>
    </message>
    <message>
        <source>first model %1</source>
        <translation>初始模型 %1</translation>
    </message>
    <message>
        <source>features of an image %1</source>
        <translation>一张图像的特征 %1</translation>
    </message>
    <message>
        <source>bank and selection %1</source>
        <translation>特征库和选取 %1</translation>
    </message>
    <message>
        <source>Planned to stay below %1: %2.</source>
        <translation>计划保持在 %1 以下：%2。</translation>
    </message>
    <message>
        <source>Will take up to %1: %2.</source>
        <translation>最多需要 %1：%2。</translation>
    </message>
    <message>
        <source>%1 patches pass.</source>
        <translation>共处理 %1 个图像块。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>内存预算</translation>
    </message>
    <message>
        <source>The run is planned so that the program stays below</source>
        <translation>按程序占用低于此值来安排训练</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>What the run will take</source>
        <translation>训练所需的内存</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the network is computed</source>
        <translation>在何处计算网络</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Graphics card %1</source>
        <translation>显卡 %1</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>All cores (%1)</source>
        <translation>所有核心 (%1)</translation>
    </message>
</context>
<context>
    <name>patina::TrainingModelBox</name>
    <message>
        <source>This file is there already: the model in it will be replaced.</source>
        <translation>此文件已存在：其中的模型将被替换。</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina 模型 (*.patina);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <source>The network that features are computed by</source>
        <translation>用于计算特征的网络</translation>
    </message>
    <message>
        <source>Install...</source>
        <translation>安装...</translation>
    </message>
    <message>
        <source>Install weights that you have as a backbone</source>
        <translation>将已有的权重安装为骨干网络</translation>
    </message>
    <message>
        <source>No backbone is installed. Install weights that you have: a wheel, a .pth file or a TensorFlow.js folder.</source>
        <translation>没有安装骨干网络。请安装已有的权重：wheel、.pth 文件或 TensorFlow.js 文件夹。</translation>
    </message>
    <message>
        <source>Bank, rows</source>
        <translation>特征库（行）</translation>
    </message>
    <message>
        <source>How many patches of good parts the model keeps</source>
        <translation>模型保留多少个良品图像块</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选取方式</translation>
    </message>
    <message>
        <source>How the rows of the bank are picked</source>
        <translation>如何选取特征库的行</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>蓄水池</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>门控</translation>
    </message>
    <message>
        <source>Meld and reduce</source>
        <translation>合并再缩减</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>并集</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>A model whose bank this one starts from, of the same backbone, layers, scale and bit depth</source>
        <translation>以其特征库为起点的模型，骨干网络、层、缩放和位深须相同</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>作为起点的模型</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Its rows</source>
        <translation>其中的行</translation>
    </message>
    <message>
        <source>What becomes of the rows of that model</source>
        <translation>如何处理该模型的行</translation>
    </message>
    <message>
        <source>compete with the new ones</source>
        <translation>与新行竞争</translation>
    </message>
    <message>
        <source>all stay</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>a share stays</source>
        <translation>保留一部分</translation>
    </message>
    <message>
        <source>Share that stays</source>
        <translation>保留的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>写入到</translation>
    </message>
    <message>
        <source>The model&apos;s file; an unfinished run and the list of suspects lie beside it</source>
        <translation>模型文件；未完成的训练和可疑项列表放在它旁边</translation>
    </message>
    <message>
        <source>Model to write</source>
        <translation>要写入的模型</translation>
    </message>
</context>
<context>
    <name>patina::TrainingOptionsBox</name>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Separated by commas; empty: those that the backbone usually uses</source>
        <translation>以逗号分隔；留空则用骨干网络通常使用的层</translation>
    </message>
    <message>
        <source>Separated by commas; there are %1</source>
        <translation>以逗号分隔；可用的有 %1</translation>
    </message>
    <message>
        <source>Image scale</source>
        <translation>图像缩放</translation>
    </message>
    <message>
        <source>Images are reduced on purpose: faster, and small defects are lost</source>
        <translation>有意缩小图像：更快，但会漏掉小缺陷</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Of the score map: deviation of the Gaussian</source>
        <translation>热图的平滑：高斯函数的标准差</translation>
    </message>
    <message>
        <source>Compute tiles</source>
        <translation>计算分块</translation>
    </message>
    <message>
        <source>Side of tiles that the network works on; usually rows stream through it</source>
        <translation>网络处理的分块的边长；通常按行连续处理</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Share of the images that is kept for the score scale, whole parts at a time</source>
        <translation>为异常分数标尺留出的图像比例，同一零件的图像不拆开</translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation>图像上限</translation>
    </message>
    <message>
        <source>A random draw of that many</source>
        <translation>随机抽取这么多张</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Dimension in which rows are selected; they are kept in full</source>
        <translation>选取行时所用的维数；行本身完整保留</translation>
    </message>
    <message>
        <source>Reservoir</source>
        <translation>蓄水池</translation>
    </message>
    <message>
        <source>What the sample of the selection Reservoir may take</source>
        <translation>选取方式为“蓄水池”时，样本可占用的内存</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>With another selection than Reservoir: patches that are drawn before it</source>
        <translation>选取方式不是“蓄水池”时：选取之前抽取的图像块数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Of every random draw: the same seed gives the same model</source>
        <translation>用于所有随机抽取：种子相同，模型相同</translation>
    </message>
    <message>
        <source>Lonely rows</source>
        <translation>孤立的行</translation>
    </message>
    <message>
        <source>Rows of the bank that few other training images bear out</source>
        <translation>特征库中很少得到其他训练图像佐证的行</translation>
    </message>
    <message>
        <source>Keep out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>List of images and regions kept out of the bank; the list of suspects of an earlier model, without what is good</source>
        <translation>不进入特征库的图像和区域的列表；可用先前模型的可疑项列表，去掉其中的良品</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>All patches</source>
        <translation>所有图像块</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>are dropped where they stand alone</source>
        <translation>孤立时舍弃</translation>
    </message>
    <message>
        <source>are dropped below</source>
        <translation>低于此数时舍弃</translation>
    </message>
    <message>
        <source>are not looked for</source>
        <translation>不查找</translation>
    </message>
    <message>
        <source> images</source>
        <translation> 张图像</translation>
    </message>
    <message>
        <source>Images that have to bear a row out</source>
        <translation>佐证一行所需的图像数</translation>
    </message>
    <message>
        <source>List of what is kept out</source>
        <translation>排除项列表</translation>
    </message>
    <message>
        <source>Lists (*.csv);;All files (*)</source>
        <translation>列表 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>无列表</translation>
    </message>
    <message>
        <source>Keep out what is labelled as a defect</source>
        <translation>排除标注为缺陷的部分</translation>
    </message>
    <message>
        <source>Keep out what is labelled as an impurity</source>
        <translation>排除标注为脏污的部分</translation>
    </message>
    <message>
        <source>Keep out what is labelled as ambiguous</source>
        <translation>排除标注为难以判定的部分</translation>
    </message>
    <message>
        <source>An image that cannot be read ends the run</source>
        <translation>遇到无法读取的图像时结束训练</translation>
    </message>
</context>
<context>
    <name>patina::TrainingPanel</name>
    <message>
        <source>The installed backbones were not found out. %1</source>
        <translation>未能查明已安装的骨干网络。%1</translation>
    </message>
    <message>
        <source>An installed backbone cannot be used: %1</source>
        <translation>一个已安装的骨干网络无法使用：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n images train the bank</source>
        <translation>
            <numerusform>%n 张图像用于训练特征库</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held out for the score scale</source>
        <translation>
            <numerusform>留出 %n 张用于异常分数标尺</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 to %2 px</source>
        <translation>%1 至 %2 px</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n 张无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>An unfinished run lies beside the model, which cannot be used; a new one replaces it. %1</source>
        <translation>模型旁边有一次未完成的训练，无法使用；新的训练将替换它。%1</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Score the project&apos;s images</source>
        <translation>为项目的图像评分</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>为所有图像评分</translation>
    </message>
    <message>
        <source>The window stays usable. Scoring waits: one job at a time uses the engine. Cancel keeps what was done.</source>
        <translation>窗口可继续使用。评分等待：引擎一次只供一个任务使用。取消时保留已完成的部分。</translation>
    </message>
    <message>
        <source>An unfinished run of several processes is there: patina-cli train --resume goes on with it.</source>
        <translation>有一次未完成的多进程训练：用 patina-cli train --resume 继续。</translation>
    </message>
    <message>
        <source>%1, bank of %2 rows, %3</source>
        <translation>%1，特征库 %2 行，%3</translation>
    </message>
    <message>
        <source>An unfinished run is there: %1 of %2 images (%3). Resume goes on with the settings that it began with.</source>
        <translation>有一次未完成的训练：%2 张图像中已完成 %1 张 (%3)。“继续”将沿用开始时的设置。</translation>
    </message>
    <message>
        <source>Choose a folder of good images, or open a project.</source>
        <translation>请选择良品图像的文件夹，或打开项目。</translation>
    </message>
    <message>
        <source>Looking for installed backbones...</source>
        <translation>正在查找已安装的骨干网络...</translation>
    </message>
    <message>
        <source>Install a backbone first.</source>
        <translation>请先安装骨干网络。</translation>
    </message>
    <message>
        <source>Say which file the model is written to.</source>
        <translation>请指定模型写入哪个文件。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the training; what was done is kept</source>
        <translation>停止训练；已完成的部分保留</translation>
    </message>
    <message>
        <source>Train another</source>
        <translation>再训练一个</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n images can be read: put the files back where they were, or choose another folder.</source>
        <translation>
            <numerusform>%n 张图像都无法读取：请把文件放回原处，或选择另一个文件夹。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>patina::TrainingProgressView</name>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 / %2 张图像</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>正在停止...</translation>
    </message>
    <message>
        <source>Waiting for the engine...</source>
        <translation>正在等待引擎...</translation>
    </message>
    <message>
        <source>All patches are held so far: nothing is left uncovered.</source>
        <translation>到目前为止保留了所有图像块：没有未覆盖的部分。</translation>
    </message>
    <message>
        <source>Shown once the selection has to leave patches out.</source>
        <translation>选取开始舍去图像块后才显示。</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 now, %2 at most</source>
        <translation>当前 %1，最多 %2</translation>
    </message>
    <message>
        <source>%1; the budget is %2</source>
        <translation>%1；预算为 %2</translation>
    </message>
    <message>
        <source>%1 is trained and open: %2 rows of %3 images, in %4 s.</source>
        <translation>%1 已训练完成并打开：%3 张图像，%2 行，用时 %4 s。</translation>
    </message>
    <message>
        <source>Covering radius %1; 99.9 % of the training patches lie within %2.</source>
        <translation>覆盖半径 %1；99.9 % 的训练图像块在 %2 以内。</translation>
    </message>
    <message>
        <source>Review from %1, reject from %2.</source>
        <translation>%1 起待复核，%2 起拒收。</translation>
    </message>
    <message numerus="yes">
        <source>%n images were left out.</source>
        <translation>
            <numerusform>略去了 %n 张图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n regions are suspect; the list and their pictures are in %1.</source>
        <translation>
            <numerusform>%n 个区域可疑；列表及其图片在 %1 中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Training on %1</source>
        <translation>正在训练：%1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory against the budget</source>
        <translation>内存与预算</translation>
    </message>
    <message>
        <source>Covering radius by images that have passed</source>
        <translation>覆盖半径随已处理图像数的变化</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Said meanwhile</source>
        <translation>期间的提示</translation>
    </message>
    <message>
        <source>No curve: the covering radius was known at the end only.</source>
        <translation>无曲线：覆盖半径到最后才可知。</translation>
    </message>
</context>
<context>
    <name>patina::ViewFeatures</name>
    <message>
        <source>The scale was not kept. %1</source>
        <translation>比例未能保存。%1</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标注(&amp;B)</translation>
    </message>
    <message>
        <source>Show what people have said of the image</source>
        <translation>显示人对图像的判定</translation>
    </message>
    <message>
        <source>&amp;Ground truth</source>
        <translation>真值(&amp;G)</translation>
    </message>
    <message>
        <source>Show the masks that came with the images</source>
        <translation>显示随图像提供的掩码</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>缩略导航图(&amp;K)</translation>
    </message>
    <message>
        <source>Show the whole image in a corner while a part of it is in view</source>
        <translation>视图只显示图像的一部分时，在角落显示整幅图像</translation>
    </message>
    <message>
        <source>&amp;Window and level</source>
        <translation>窗宽窗位(&amp;W)</translation>
    </message>
    <message>
        <source>Choose which values are black and white</source>
        <translation>选择哪些值显示为黑色和白色</translation>
    </message>
    <message>
        <source>S&amp;cale...</source>
        <translation>比例(&amp;C)...</translation>
    </message>
    <message>
        <source>Say how large a pixel is</source>
        <translation>指定一个像素的大小</translation>
    </message>
    <message>
        <source>&amp;Zoom to region</source>
        <translation>缩放到区域(&amp;Z)</translation>
    </message>
    <message>
        <source>Show the selected region large</source>
        <translation>放大显示所选区域</translation>
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
        <translation>检测、忽略和阈值区域</translation>
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
        <source>all images</source>
        <translation>所有图像</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. In a zone with its own thresholds both are a multiple of those of the image; where such zones overlap the lowest counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>忽略区域内的内容不计入。有检测区域 (ROI) 时,只计入其中任一区域内的内容。在独立阈值区域内,两个阈值都是图像阈值的倍数;此类区域重叠时取最低者。区域用多边形或矩形绘制。</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
</context>
</TS>
