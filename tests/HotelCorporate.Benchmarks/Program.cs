using BenchmarkDotNet.Running;
using HotelCorporate.Benchmarks;

// "load ..." asks a running site for pages; anything else goes to BenchmarkDotNet, which measures the pure rules.
if (args is ["load", ..]) return await Load.RunAsync(args);
BenchmarkSwitcher.FromAssembly(typeof(Load).Assembly).Run(args);
return 0;
