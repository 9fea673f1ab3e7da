using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// The right to read something of the EPD (R1). Every read takes one; each kind has a private constructor that only the
/// class nested in it, the one that decides, can call.
/// </summary>
public abstract class EpdGrant
{
    private protected EpdGrant(string session, string requestId) => (Session, RequestId) = (session, requestId);

    /// <summary>Opaque reference of the session it was made in: only within it are questions shared.</summary>
    internal string Session { get; }

    /// <summary>What it allows, whole: two grants with the same words may read the same. Never logged: it may hold an id.</summary>
    internal abstract string Scope { get; }

    /// <summary>Request the grant was made in; sent to the EPD.</summary>
    internal string RequestId { get; }

    /// <summary>May this be asked at all? Default deny: a query the grant does not name is a fault of the caller.</summary>
    internal abstract bool Allows(EpdQuery query);

    /// <summary>May this be asked about earlier versions? Default deny: who may read something now may not read what it was.</summary>
    internal virtual bool AllowsPast(EpdQuery query) => false;

    /// <summary>Is this a part of the record that the hospital's role matrix keeps closed on this look?</summary>
    internal virtual bool Closes(EpdQuery query) => false;

    /// <summary>Throws for a question that is not granted: a fault of the caller, unless the part is closed to this role.</summary>
    internal void Demand(EpdQuery query)
    {
        if (!(query.IsHistory || query.Version is not null ? AllowsPast(query) : Allows(query)))
        {
            throw Closes(query)
                ? new EpdException(EpdFailure.ClosedToRole, $"The role matrix closes {query.Type} on this look.")
                : new InvalidOperationException($"R1: a {GetType().Name} does not allow this question about {query.Type}.");
        }
    }

    /// <summary>Does this resource belong to what was granted? A stranger's is dropped and recorded (R4).</summary>
    internal abstract Coverage Judge(Resource resource);

    /// <summary>Types that say nothing of a patient and may be looked up by id under any grant: names of wards and doctors.</summary>
    private protected static bool IsDirectoryType(string type) =>
        type is "Practitioner" or "PractitionerRole" or "Organization" or "Location";

    private protected static Coverage CoveredIf(bool belongs) => belongs ? Coverage.Covered : Coverage.Stranger;
}
