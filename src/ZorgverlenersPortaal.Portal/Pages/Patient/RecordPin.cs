using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Remembered;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Whether this doctor pinned the patient of the page. Offered, and kept as opened lately, only where her own lists name the patient.</summary>
public sealed class RecordPin
{
    private readonly PinBook _book;
    private readonly PatientGrant _grant;

    private RecordPin(PinBook book, PatientGrant grant) => (_book, _grant) = (book, grant);

    /// <summary>The page has a button for it.</summary>
    public bool IsOffered => IsListed(_grant.Decision.Ruling.Basis);

    /// <summary>She stands apart on the doctor's list.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>What did not come of it; null when all went well.</summary>
    public string? Trouble { get; private set; }

    private string Doctor => _grant.Visit.Provider.UziNumber;

    /// <summary>Her own, the practice's or another's whom she stands in for: those are on her lists, and by the list it is seen when they no longer are.</summary>
    public static bool IsListed(AccessBasis? basis) => basis is AccessBasis.OwnPatient or AccessBasis.OwnPractice or AccessBasis.Delegation;

    /// <summary>To be called when the look is recorded: keeps her as opened lately. In an emergency nothing is looked up and nothing kept.</summary>
    public static async Task<RecordPin> OpenAsync(PinBook book, PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(grant);
        var pin = new RecordPin(book, grant);
        if (pin.IsOffered)
        {
            pin.IsPinned = await book.IsPinnedAsync(pin.Doctor, grant.PatientId, cancellation);
            pin.Trouble = await book.OpenedAsync(pin.Doctor, grant.PatientId) == PinOutcome.Failed ? "Onlangs bekeken is nu niet bij te werken." : null;
        }
        return pin;
    }

    /// <summary>Pins her, or undoes it; does nothing where it is not offered.</summary>
    public async Task SetAsync(bool isPinned)
    {
        if (!IsOffered)
        {
            return;
        }
        var outcome = await _book.SetAsync(Doctor, _grant.PatientId, isPinned);
        IsPinned = outcome == PinOutcome.Done ? isPinned : IsPinned;
        Trouble = outcome switch
        {
            PinOutcome.Done => null,
            PinOutcome.Full => $"Je hebt al {PinBook.Most} patiënten vastgezet. Maak er eerst een los.",
            PinOutcome.Failed => "Dat lukt nu niet. Probeer het later nog eens.",
        };
    }
}
