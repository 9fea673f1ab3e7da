namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The main menu of each kind of person. It only leads; each page holds its own authorization.</summary>
public static class MainMenu
{
    private static readonly MenuItem _help = new(PageSection.Help, "/help", "help-circle", "Help");

    /// <summary>A doctor's, as long as an officer waits for an answer.</summary>
    public static MenuItem Questions { get; } = new(PageSection.Questions, "/vragen", "mail", "Vragen");

    private static readonly IReadOnlyList<MenuItem> _care =
    [
        new(PageSection.Patients, "/patienten", "users", "Patiënten"),
        new(PageSection.Emergency, "/noodprocedure", "urgent", "Noodprocedure"),
        new(PageSection.Delegations, "/waarneming", "user-check", "Waarneming"),
        new(PageSection.Account, "/account", "id", "Mijn account"),
        _help,
    ];

    private static readonly IReadOnlyList<MenuItem> _admin =
    [
        new(PageSection.Accounts, "/beheer/accounts", "users", "Accounts"),
        new(PageSection.Delegations, "/beheer/machtigingen", "user-check", "Waarneming"),
        new(PageSection.Reconfirmation, "/beheer/herbevestigen", "refresh", "Herbevestigen"),
        new(PageSection.Conflicts, "/beheer/conflicten", "arrows-exchange", "Conflicten"),
        new(PageSection.Rights, "/beheer/rechten", "shield-check", "Rechten"),
        new(PageSection.Protection, "/beheer/afschermen", "lock", "Afschermen"),
        _help,
    ];

    private static readonly IReadOnlyList<MenuItem> _audit =
    [
        new(PageSection.Oversight, "/toezicht", "user-check", "Toezicht"),
        new(PageSection.Cases, "/toezicht/zaken", "alert-octagon", "Zaken"),
        new(PageSection.AuditLog, "/toezicht/inzagelog", "list-details", "Inzagelog"),
        new(PageSection.Rights, "/toezicht/rechten", "shield-check", "Rechten"),
        _help,
    ];

    /// <summary>The entries, in order.</summary>
    public static IReadOnlyList<MenuItem> Of(FrameKind kind) => kind switch
    {
        FrameKind.Care => _care,
        FrameKind.Audit => _audit,
        FrameKind.Admin => _admin,
    };

    /// <summary>The entry a page belongs to, by its folder.</summary>
    public static PageSection Section(string page) => page.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["Beheer", "Herbevestigen", ..] => PageSection.Reconfirmation,
        ["Beheer", "Conflicten", ..] => PageSection.Conflicts,
        ["Beheer", "Afschermen", ..] => PageSection.Protection,
        ["Beheer" or "Toezicht", "Rechten", ..] => PageSection.Rights,
        ["Beheer", "Machtigingen", ..] or ["Waarneming", ..] => PageSection.Delegations,
        ["Beheer", ..] => PageSection.Accounts,
        ["Toezicht", "Inzagelog" or "Regel" or "Overzicht" or "ZoalsGezien", ..] => PageSection.AuditLog,
        ["Toezicht", "Zaken" or "Zaak" or "NieuweZaak" or "Verantwoording", ..] => PageSection.Cases,
        ["Toezicht", ..] => PageSection.Oversight,
        ["Noodprocedure", ..] => PageSection.Emergency,
        ["Patient" or "Patienten" or "Zoeken", ..] => PageSection.Patients,
        ["Vragen", ..] => PageSection.Questions,
        ["MijnAccount", ..] => PageSection.Account,
        ["Help", ..] => PageSection.Help,
        _ => PageSection.None,
    };
}
