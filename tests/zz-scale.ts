import { fileArchive } from "/work/main/src/page/filing.ts";
import { plainFiles } from "/work/main/src/page/machine/files.ts";
import { writeFiles } from "/work/main/src/render/files.ts";
import { rmSync, statSync } from "node:fs";
const N=20000, K=30, E=20000;
const kinds=[["person","people","People"],["place","places","Places"],["weapon","weapons","Weapons"]].map(([name,plural,title])=>({name,plural,title,recognise:()=>[],link:()=>[]} as any));
const occ:any[][]=Array.from({length:E},()=>[]);
const articles=Array.from({length:N},(_,i)=>({article:{source:`a/${i}.txt`,sha256:"0".repeat(64),title:`Convoy number ${i} seen on the road`,date:`19${String(50+i%50)}-03-0${1+i%9}`,byline:"Jane Doe, Reuters",paragraphs:Array.from({length:12},()=>"Nothing more was known by the evening, and the road stayed closed, an official of the ministry said in a statement that was read on the radio.".repeat(2)),trailers:[],furniture:[]},mentions:[]}));
for(let i=0;i<N;i++)for(let k=0;k<K;k++){const e=Math.floor(((i*31+k*7919)%1000)**2/1e6*E)%E;occ[e]!.push({source:`a/${i}.txt`,mention:{kind:"x",paragraph:1+k%12,start:k*3,end:k*3+8,text:"Surname "+e,foundBy:"tagger",confidence:0.97}});}
const entities=occ.flatMap((o,e)=>o.length?[{kind:kinds[e%3].name,name:`Surname ${e} Given`,otherNames:[],classes:[],occurrences:o}]:[]);
let t=performance.now(); const lap=(n:string)=>{console.log(n,((performance.now()-t)/1000).toFixed(2)+"s",(process.memoryUsage().rss/1e6).toFixed(0)+"MB");t=performance.now();};
const filing=fileArchive({articles,entities,kinds,settings:{title:"T",description:"",language:"en",url:"https://example.org/"}} as any); lap("filing, entities "+entities.length);
const urls=[...filing.articles,...filing.entities].map(({url})=>url);
let n=0,b=0; for(const f of plainFiles(filing,{base:"/",urls})){n++; if(typeof f.text==="string")b+=f.text.length; else for(const c of f.text) b+=c.length;} lap(`compose ${n} files ${(b/1e6).toFixed(0)}MB`);
rmSync("/tmp/gm/scale",{recursive:true,force:true}); lap("rm");
const p=await writeFiles(plainFiles(filing,{base:"/",urls}),"/tmp/gm/scale"); lap("write "+p.length);
await writeFiles(plainFiles(filing,{base:"/",urls}),"/tmp/gm/scale"); lap("again");
for(const f of ["articles.csv","articles.json","entities.csv","entities.json","mentions.csv","mentions.json"]) console.log(f,(statSync("/tmp/gm/scale/data/"+f).size/1e6).toFixed(1));
