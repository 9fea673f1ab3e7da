using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <content>What else is done on a page than looking: each decides and records as a look does, and is recorded itself.</content>
public abstract partial class RecordPage
{
    /// <summary>The same, and this patient stands apart on her list from now on.</summary>
    public Task<IActionResult> OnPostVastAsync(CancellationToken cancellation) => PinAsync(true, cancellation);

    /// <summary>The same, and she no longer does.</summary>
    public Task<IActionResult> OnPostLosAsync(CancellationToken cancellation) => PinAsync(false, cancellation);

    /// <summary>The same with the whole BSN: an act of its own, recorded before the first byte.</summary>
    public async Task<IActionResult> OnPostBsnAsync(CancellationToken cancellation)
    {
        var answer = await ShowAsync(cancellation);
        if (answer is PageResult)
        {
            await Dossier.RecordBsnAsync(Record);
            ShowsBsn = true;
        }
        return answer;
    }

    /// <summary>The same for paper: an act of its own, recorded before the first byte.</summary>
    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var answer = await ShowAsync(cancellation);
        if (answer is PageResult)
        {
            await Dossier.RecordPrintAsync(Record, Part.Length == 0 ? "samenvatting" : Part);
            Printed = PrintMark.Of(Visit, Time.GetUtcNow());
        }
        return answer;
    }

    private async Task<IActionResult> PinAsync(bool isPinned, CancellationToken cancellation)
    {
        var answer = await ShowAsync(cancellation);
        if (answer is PageResult)
        {
            await Pin.SetAsync(isPinned);
        }
        return answer;
    }
}
