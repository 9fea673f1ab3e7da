using BenchmarkDotNet.Running;
using ZorgverlenersPortaal.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(FhirReading).Assembly).Run(args);
