using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Explanations;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>All settings, read and checked at start: every fault at once, naming the key and the mend (R13).</summary>
public sealed record PortalSettings
{
    /// <summary>The portal itself.</summary>
    public required PortalOptions Portal { get; init; }

    /// <summary>The EPD.</summary>
    public required EpdOptions Epd { get; init; }

    /// <summary>Codes and choices of the sections of a record.</summary>
    public required SectionOptions Sections { get; init; }

    /// <summary>Where accounts are kept.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>How the portal office works.</summary>
    public required AccountsOptions Accounts { get; init; }

    /// <summary>Which rules of access are switched on.</summary>
    public required AccessOptions Access { get; init; }

    /// <summary>What doctors may hand over to each other.</summary>
    public required DelegationOptions Delegations { get; init; }

    /// <summary>How the emergency procedure works.</summary>
    public required EmergencyOptions Emergency { get; init; }

    /// <summary>How long officers' cases may last.</summary>
    public required ReviewOptions Review { get; init; }

    /// <summary>How looks are explained and judged.</summary>
    public required ExplanationOptions Explanations { get; init; }

    /// <summary>What the nodes share.</summary>
    public required StateOptions State { get; init; }

    /// <summary>The trail.</summary>
    public required AuditOptions Audit { get; init; }

    /// <summary>Where traces and metrics go.</summary>
    public required TelemetryOptions Telemetry { get; init; }

    /// <summary>Revocation lists.</summary>
    public required RevocationOptions Revocation { get; init; }

    /// <summary>The second way in.</summary>
    public required DeziOptions Dezi { get; init; }

    /// <summary>The certificates that cards are judged by.</summary>
    public required UziTrust Trust { get; init; }

    /// <summary>What the dossier needs of them.</summary>
    public DossierOptions Dossier => new() { Epd = Epd, Sections = Sections, Storage = Storage, State = State, Accounts = Accounts, Access = Access, Delegations = Delegations, Emergency = Emergency, Review = Review, Explanations = Explanations };

    /// <summary>Reads and checks; throws <see cref="SettingsException"/> with every fault.</summary>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<string> faults =
        [
            .. EnvironmentFaults(environment), .. UnknownKeys.Sections(configuration,
                [
                    PortalOptions.Section, EpdOptions.Section, CareMomentOptions.Section, LetterOptions.Section, ConclusionOptions.Section,
                    AccessOptions.Section, ResultsOptions.Section, MedicineOptions.Section, AlertOptions.Section, StorageOptions.Section, DelegationOptions.Section, EmergencyOptions.Section, ReviewOptions.Section, StateOptions.Section,
                    AuditOptions.Section, UziOptions.Section, ExplanationOptions.Section, TelemetryOptions.Section,
                ]),
        ];
        var portal = Bind<PortalOptions>(configuration, PortalOptions.Section, faults);
        var epd = Bind<EpdOptions>(configuration, EpdOptions.Section, faults);
        var sections = BindSections(configuration, faults);
        var storage = Bind<StorageOptions>(configuration, StorageOptions.Section, faults);
        var accounts = Bind<AccountsOptions>(configuration, AccountsOptions.Section, faults);
        var delegations = Bind<DelegationOptions>(configuration, DelegationOptions.Section, faults);
        var access = Bind<AccessOptions>(configuration, AccessOptions.Section, faults);
        var emergency = Bind<EmergencyOptions>(configuration, EmergencyOptions.Section, faults);
        var review = Bind<ReviewOptions>(configuration, ReviewOptions.Section, faults);
        var explanations = Bind<ExplanationOptions>(configuration, ExplanationOptions.Section, faults);
        var state = Bind<StateOptions>(configuration, StateOptions.Section, faults);
        var audit = Bind<AuditOptions>(configuration, AuditOptions.Section, faults);
        var telemetry = Bind<TelemetryOptions>(configuration, TelemetryOptions.Section, faults);
        var uzi = Bind<UziOptions>(configuration, UziOptions.Section, faults);
        var dezi = Bind<DeziOptions>(configuration, DeziOptions.Section, faults);
        AddSingles(configuration, (portal, epd, access, uzi, dezi));
        var isProduction = environment.IsProduction();
        faults.AddRange(
        [
            .. portal?.Faults() ?? [], .. epd?.Faults(isProduction) ?? [], .. sections.Faults(), .. storage?.Faults(isProduction) ?? [], .. state?.Faults(isProduction) ?? [],
            .. accounts?.Faults() ?? [], .. access?.Faults() ?? [], .. delegations?.Faults() ?? [], .. emergency?.Faults() ?? [], .. review?.Faults() ?? [], .. explanations?.Faults() ?? [], .. audit?.Faults(isProduction, storage?.File) ?? [], .. dezi?.Faults(isProduction) ?? [], .. telemetry?.Faults(isProduction) ?? [], .. TrailPlaceFaults(storage, audit),
        ]);
        var trust = uzi?.Load(isProduction, faults);
        return faults.Count > 0
            ? throw new SettingsException(faults)
            : new()
            {
                Portal = portal!,
                Epd = epd!,
                Sections = sections,
                Storage = storage!,
                Accounts = accounts!,
                Access = access!,
                Delegations = delegations!,
                Emergency = emergency!,
                Review = review!,
                Explanations = explanations!,
                State = state!,
                Audit = audit!,
                Telemetry = telemetry!,
                Revocation = uzi!.Revocation,
                Dezi = dezi!,
                Trust = trust!,
            };
    }

    private static void AddSingles(IConfiguration configuration, (PortalOptions? Portal, EpdOptions? Epd, AccessOptions? Access, UziOptions? Uzi, DeziOptions? Dezi) of)
    {
        AddSingle(configuration, "Uzi:TrustAnchors", Path.PathSeparator, of.Uzi?.TrustAnchors);
        AddSingle(configuration, "Uzi:Intermediates", Path.PathSeparator, of.Uzi?.Intermediates);
        AddSingle(configuration, "Portal:ProxyAddresses", ',', of.Portal?.ProxyAddresses);
        AddSingle(configuration, "Epd:Smart:Scopes", ' ', of.Epd?.Smart.Scopes);
        AddSingle(configuration, "Epd:Smart:TokenHosts", ',', of.Epd?.Smart.TokenHosts);
        AddLabels(configuration, of.Access?.Sensitivity);
        AddSingle(configuration, "Access:CareTeamRoles", ',', of.Access?.CareTeamRoles);
        AddSingle(configuration, "Access:ResidenceRoles", ',', of.Access?.ResidenceRoles);
        AddSingle(configuration, "Dezi:PinnedKeys", ',', of.Dezi?.PinnedKeys);
    }

    private static IEnumerable<string> TrailPlaceFaults(StorageOptions? storage, AuditOptions? audit) =>
        storage is { IsPostgreSql: true } && audit is { Provider: "Sqlite", Folder: "" }
            ? ["Audit:Folder is empty; with accounts in PostgreSQL there is no file to put the trail beside: set it, or Audit:Provider to PostgreSql"]
            : [];

    /// <summary>Development would show exceptions with their inside to whoever causes one (H160).</summary>
    private static string[] EnvironmentFaults(IHostEnvironment environment) =>
        environment.IsProduction() ? RuntimeFloor.Faults(Environment.Version)
            : environment.IsEnvironment("Sandbox") ? []
            : [$"DOTNET_ENVIRONMENT is {environment.EnvironmentName}: leave it out for a hospital, or set it to Sandbox to try the portal"];

    /// <summary>A list may also be given as one value: one file or address, or several with a separator between them.</summary>
    private static void AddSingle(IConfiguration configuration, string key, char separator, IList<string>? list)
    {
        foreach (var path in configuration[key]?.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            list?.Add(path);
        }
    }

    private static void AddLabels(IConfiguration configuration, SensitivityOptions? labels)
    {
        AddSingle(configuration, SensitivityOptions.Section + ":EmergencyOnly", ',', labels?.EmergencyOnly);
        AddSingle(configuration, SensitivityOptions.Section + ":Closed", ',', labels?.Closed);
        AddSingle(configuration, SensitivityOptions.Section + ":PatientEmergencyOnly", ',', labels?.PatientEmergencyOnly);
        AddSingle(configuration, SensitivityOptions.Section + ":PatientClosed", ',', labels?.PatientClosed);
    }

    private static SectionOptions BindSections(IConfiguration configuration, List<string> faults) => new()
    {
        CareMoments = Bind<CareMomentOptions>(configuration, CareMomentOptions.Section, faults) ?? new(),
        Letters = Bind<LetterOptions>(configuration, LetterOptions.Section, faults) ?? new(),
        Conclusions = Bind<ConclusionOptions>(configuration, ConclusionOptions.Section, faults) ?? new(),
        Medication = Bind<MedicineOptions>(configuration, MedicineOptions.Section, faults) ?? new(),
        Results = Bind<ResultsOptions>(configuration, ResultsOptions.Section, faults) ?? new(),
        Alerts = Bind<AlertOptions>(configuration, AlertOptions.Section, faults) ?? new(),
    };

    /// <summary>The section; null, with the fault, when a value is not of its kind. Its other faults then wait for the next start.</summary>
    private static T? Bind<T>(IConfiguration configuration, string section, List<string> faults) where T : class, new()
    {
        faults.AddRange(UnknownKeys.Of(configuration.GetSection(section), typeof(T)));
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            faults.Add(e.Message);
            return null;
        }
    }
}
