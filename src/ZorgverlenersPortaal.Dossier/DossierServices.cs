using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Dossier.Sections.Live;
using ZorgverlenersPortaal.Dossier.State;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;

namespace ZorgverlenersPortaal.Dossier;

/// <summary>Registers the dossier: what is internal here is reached only through the services named public.</summary>
public static class DossierServices
{
    /// <summary>Adds the dossier with checked options; the caller registers the trail and the clock.</summary>
    public static IServiceCollection AddDossier(
        this IServiceCollection services, EpdOptions epd, SectionOptions sections, StorageOptions storage, StateOptions state, AccountsOptions accounts) => services
        .AddState(state)
        .AddSingleton(epd)
        .AddSingleton(storage)
        .AddSingleton<Database>()
        .AddAccounts(accounts)
        .AddSingleton(s => new EpdHealth(epd, s.GetRequiredService<TimeProvider>(), Logger<EpdHealth>(s)))
        .AddSingleton(s => new EpdConnection(epd, s.GetRequiredService<EpdHealth>(), s.GetRequiredService<TimeProvider>(), Logger<EpdConnection>(s)))
        .AddSingleton<EpdTransport>()
        .AddSingleton(s => new EpdCheck(s.GetRequiredService<EpdConnection>(), s.GetRequiredService<EpdTransport>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<FhirEpd>()
        .AddSingleton<IEpd>(s => new SharedQuestions(s.GetRequiredService<FhirEpd>()))
        .AddSingleton<RelationProbe.Lookup>()
        .AddSingleton<ReceivedDelegations>()
        .AddEmergencyAccess()
        .AddSingleton<RoleMatrix>()
        .AddSingleton<PatientGrant.Decider>()
        .AddSingleton<ListGrant.Decider>()
        .AddSingleton<SectionFetcher>()
        .AddSingleton<SectionRecorder>()
        .AddSingleton(s => new EpdCapabilities(s.GetRequiredService<EpdTransport>(), epd, s.GetRequiredService<TimeProvider>(), Logger<EpdCapabilities>(s)))
        .AddHostedService(s => s.GetRequiredService<EpdCapabilities>())
        .AddSingleton(s => new PatientSearches(s.GetRequiredService<IEpd>(), s.GetRequiredService<EpdCapabilities>(), epd, s.GetRequiredService<TimeProvider>(), Logger<PatientSearches>(s)))
        .AddSingleton<PatientLadder>()
        .AddSingleton(s => new AccessControl(
            s.GetRequiredService<PatientGrant.Decider>(), s.GetRequiredService<ListGrant.Decider>(),
            s.GetRequiredService<AuditTrail>(), epd, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new DossierReader(
            s.GetRequiredService<SectionFetcher>(), s.GetRequiredService<SectionRecorder>(), epd, sections, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new LetterReader(
            s.GetRequiredService<IEpd>(), s.GetRequiredService<SectionRecorder>(), epd, sections.Letters, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new PatientListReader(
            s.GetRequiredService<PatientLadder>(), s.GetRequiredService<AuditTrail>(), epd, sections, s.GetRequiredService<TimeProvider>()))
        .AddLive(epd);

    /// <summary>The portal registers its settings before; a command that opens nothing takes the defaults.</summary>
    private static IServiceCollection AddEmergencyAccess(this IServiceCollection services)
    {
        services.TryAddSingleton<EmergencyOptions>();
        return services
            .AddSingleton<EmergencyRegister>()
            .AddSingleton<IdentityProbe.Lookup>()
            .AddSingleton<SearchBrake>()
            .AddSingleton<PatientFinder>()
            .AddSingleton(s => new EmergencyCases(s.GetRequiredService<Database>(), s.GetRequiredService<EmergencyOptions>(), s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => new EmergencyDesk(
                s.GetRequiredService<Database>(), s.GetRequiredService<AuditTrail>(), s.GetRequiredService<EmergencyOptions>(), s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => new EmergencyDoor(
                s.GetRequiredService<PatientFinder>(), s.GetRequiredService<PatientGrant.Decider>(), s.GetRequiredService<EmergencyDesk>(),
                s.GetRequiredService<EmergencyCases>(), (s.GetRequiredService<EmergencyOptions>(), s.GetRequiredService<TimeProvider>())));
    }

    private static IServiceCollection AddLive(this IServiceCollection services, EpdOptions epd) => services
        .AddSingleton<EpdNews>()
        .AddSingleton<LastUpdatedSupport>()
        .AddSingleton<RecentChanges>()
        .AddSingleton<ListLook>()
        .AddSingleton(s => new ListWatches(
            s.GetRequiredService<ListLook>(), s.GetRequiredService<AuditTrail>(), epd, s.GetRequiredService<EpdNews>(),
            (s.GetRequiredService<TimeProvider>(), Logger<ListWatches>(s))));

    private static IServiceCollection AddAccounts(this IServiceCollection services, AccountsOptions accounts) => services
        .AddSingleton(accounts)
        .AddSingleton<AccountRegister>()
        .AddSingleton<AccountNews>()
        .AddSingleton<AccountHistory>()
        .AddSingleton<SignInBook>()
        .AddSingleton<AgbConflicts>()
        .AddSingleton<AttemptLimits>()
        .AddSingleton<RecordedChange>()
        .AddSingleton(s => new AccountDirectory(s.GetRequiredService<Database>(), accounts, s.GetRequiredService<TimeProvider>()))
        .AddSingleton(s => new AccountOffice(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountImport(s.GetRequiredService<RecordedChange>(), accounts))
        .AddSingleton(s => new AccountReview(s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), accounts))
        .AddSingleton(s => new AccountRequests(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<Database>(), s.GetRequiredService<AttemptLimits>()))
        .AddSingleton(s => new BlockCodes(s.GetRequiredService<RecordedChange>()))
        .AddSingleton(s => new SelfBlock(
            s.GetRequiredService<RecordedChange>(), s.GetRequiredService<AccountRegister>(), s.GetRequiredService<AttemptLimits>()));

    private static IServiceCollection AddState(this IServiceCollection services, StateOptions state) => state.IsShared
        ? services.AddSingleton(state).AddSingleton<RedisConnection>().AddSingleton<ISharedState, RedisState>()
        : services.AddSingleton(state).AddSingleton<ISharedState, MemoryState>();

    /// <summary>Commands run without a log.</summary>
    private static ILogger Logger<T>(IServiceProvider services) => (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<T>();
}
